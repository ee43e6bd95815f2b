/**
 * The way through a form: which step a person is on, what is shown there, and everything they do. It comes once they turn
 * to the form; the form as it was read, and what was written, stay with the element.
 */
import type {Client} from '@shurkum/client';
import {commentTextMaxLength, titleMaxLength} from '@shurkum/contract/limits';
import {clearDraft, keepDraft, readDraft} from '@shurkum/core/drafts';
import {onUse} from '@shurkum/core/i18n/locale';
import {msg} from '@shurkum/core/i18n/words';
import type {Reader} from '@shurkum/core/task-views';
import {nothing} from 'lit';
import type {LitElement} from 'lit';
import {askToSignIn} from '../suggestion-form.events.ts';
import {placeOf, steps} from '../suggestion-form.model.ts';
import type {Filled, FormView, Step} from '../suggestion-form.model.ts';
import type {Drawn, Writing} from '../views/form.ts';
import type {Beside} from '../views/question.ts';
import {isText, usualLength} from './answers.model.ts';
import type {Fault} from './answers.model.ts';
import {bar} from './bar.ts';
import {Comparing} from './comparing.ts';
import {faultsOn, saidOn, standsOn} from './faults.ts';
import type {Asking} from './fields.ts';
import type * as Files from './files.ts';
import {Sending} from './sending.ts';
import * as around from './standing.ts';
import * as views from './steps.ts';
import {faultWords, roomLeft, stepName, writtenIn} from './words.ts';

export {styles} from './late.styles.ts';

/** The form as it is known to who fills it in. */
export type Ground = {
  element: LitElement & {noSteps: boolean};
  client: () => Client;
  /** Where its draft lies. */
  path: () => string[];
  view: () => FormView;
  turn: () => 'scheduled' | 'open' | 'closed';
  filled: () => Filled;
  reader: () => Reader;
  /** Nobody is known who may send it. */
  stranger: () => boolean;
  write: (some: Partial<Filled>) => void;
  readAgain: () => Promise<unknown>;
  say: (words: () => string) => void;
};

type Shown = Omit<Drawn, 'noSteps' | 'lost' | 'said'>;

export class Journey {
  readonly #ground: Ground;
  readonly #sending: Sending;
  readonly #comparing: Comparing;
  /** Whether the person has tried to go on from here: then what is wrong is said. */
  #tried = false;
  /** Whether they came back from the last step to change one thing. */
  #returning = false;
  #restored: boolean;
  #files: typeof Files | undefined;
  #uploads: Files.Uploads | undefined;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#restored = this.#begun;
    this.#sending = new Sending(ground);
    this.#comparing = new Comparing(ground);
    void this.#bringFiles();
  }

  get #begun(): boolean { return !!this.#ground.filled().title || !!this.#ground.filled().text; }
  get #form() { return this.#ground.view().form; }
  /** One page holds everything but the looking back: all of it is in sight. */
  get #steps(): Step[] { return steps(this.#form).filter(({part}) => !this.#ground.element.noSteps || part !== 'review' && part !== 'similar'); }
  get #named(): boolean { return !this.#ground.client().vouched; }
  /** Where the person is. What others suggested is looked for anew after a reload. */
  get #at(): number {
    const all = this.#steps;
    const at = all.findIndex(({id}) => id === readDraft(this.#ground.path()).place);
    return this.#ground.element.noSteps ? 0 : at > 0 && all[at]?.part === 'similar' && !this.#comparing.found.length ? 0 : Math.max(at, 0);
  }

  leave(): void {
    this.#sending.forget();
    this.#comparing.forget();
    this.#uploads?.leave();
    this.#tried = this.#returning = false;
    this.#restored = this.#begun;
    void this.#bringFiles();
  }

  beside(id: string, reader: Reader): Beside {
    const filled = this.#ground.filled();
    const fault = this.#faults().find((one) => one.id === id);
    if (fault) return {fault: faultWords(fault, this.#form, filled, reader)};
    const field = this.#form.fields.find((one) => placeOf(one) === id);
    const most = id === 'title' ? titleMaxLength : id === 'text' ? commentTextMaxLength : field && isText(field) ? usualLength(field) : 0;
    return most ? {room: roomLeft(writtenIn(id, filled), most, reader)} : {};
  }

  drawn(writing: Writing, reader: Reader): Shown {
    const {receipt, module} = this.#sending;
    const turn = this.#ground.turn();
    const alone: Shown = {steps: [], at: 0, name: '', notices: nothing, inside: nothing, bar: nothing, more: nothing};
    if (receipt && module) return {...alone, inside: module.received(receipt, this.#form, reader, {
      copy: () => { void this.#sending.copy().then(() => { this.#ground.element.requestUpdate(); }); },
      print: () => { print(); },
      download: () => { this.#sending.download(); },
      another: () => { this.#anew(); },
    })};
    if (turn !== 'open') return {...alone, inside: around.notOpen(turn, this.#form, this.#begun, reader)};
    const {noSteps} = this.#ground.element;
    const [all, at] = [this.#steps, this.#at];
    const step = all[at] as Step;
    const last = noSteps || step.part === 'review';
    return {steps: all, at, name: stepName(step, all, this.#form, reader), notices: this.#notices(step, reader),
      inside: noSteps ? views.onePage(all, this.#asking(writing, reader), {named: this.#named}) : this.#inside(step, writing, reader), more: nothing,
      bar: bar({form: this.#form, last, first: at === 0, returning: this.#returning, sending: this.#sending.busy, looking: this.#comparing.busy, failed: !!this.#sending.failure,
        similar: step.part === 'similar'}, () => { this.#back(); })};
  }

  async next(): Promise<void> {
    const {element} = this.#ground;
    const [all, at] = [this.#steps, this.#at];
    const step = all[at] as Step;
    if (this.#comparing.busy || this.#sending.busy) return;
    this.#restored = false;
    if (element.noSteps || step.part === 'review') return this.#send();
    this.#tried = true;
    if (this.#faults().length) return this.#showFaults();
    const following = this.#returning ? all.at(-1) : all[at + 1];
    if (following?.part !== 'similar') return this.#goTo(following?.id ?? 'write');
    const more = await this.#comparing.look();
    // Somebody else's form may stand here by now, or the person gone elsewhere.
    if (this.#at !== at) return;
    return this.#goTo(more ? following.id : all[at + 2]?.id ?? 'review');
  }

  #inside(step: Step, writing: Writing, reader: Reader): unknown {
    const asking = this.#asking(writing, reader);
    switch (step.part) {
      case 'write': return nothing;
      case 'similar': return views.similar(this.#comparing.finding, reader, {
        support: (reference) => { void this.#comparing.support(reference).then((done) => { if (done) this.#focus(`#s-${reference}`); }); },
        discard: () => { this.#anew(); },
      });
      case 'details': return views.details(step, asking);
      case 'you': return views.you(step, asking, {named: this.#named});
      case 'review': return views.review(this.#steps, asking, {named: this.#named}, (id, place) => {
        this.#returning = true;
        this.#goTo(id, `#${place}`);
      });
    }
  }

  #asking(writing: Writing, reader: Reader): Asking {
    const {write, filled} = this.#ground;
    return {...writing, reader, files: this.#files, uploads: this.#uploads, verbs: {
      write: (what, text) => { write({[what]: text}); },
      publish: (open) => { write({public: open}); },
      answer: ({id}, answer) => { write({answers: {...filled().answers, [id]: answer}}); },
      addFiles: (field, files) => { this.#uploads?.add(field, files, (filled().files[field.id] ?? []).length, this.#form.files); },
      removeFile: ({id}, attachment) => {
        write({files: {...filled().files, [id]: (filled().files[id] ?? []).filter((one) => one.id !== attachment.id)}});
        this.#focus(`#${placeOf({id})}`);
      },
    }};
  }

  #notices(step: Step, reader: Reader): unknown {
    const {stranger, element, filled} = this.#ground;
    return around.notices({faults: this.#faults(), failure: this.#sending.failure, stranger: stranger(), restored: this.#restored && this.#begun,
      skipped: this.#comparing.skipped && step.part !== 'write' && step.part !== 'review' ? this.#comparing.skipWords() : ''}, this.#form, filled(), reader, {
      to: (id) => { this.#focus(`#${id}`); }, signIn: () => { askToSignIn(element); }, anew: () => { this.#anew(); }});
  }

  #faults(): Fault[] {
    const here = this.#ground.element.noSteps ? this.#steps : this.#steps.slice(this.#at, this.#at + 1);
    return saidOn(here, this.#tried ? here.flatMap((step) => this.#faultsOn(step)) : [], this.#sending.faults);
  }

  #faultsOn(step: Step): Fault[] { return faultsOn(step, this.#form, this.#ground.filled(), this.#uploads); }

  async #send(): Promise<void> {
    const {element, stranger, client, readAgain} = this.#ground;
    if (stranger()) {
      if (await client().known()) await readAgain();
      else return askToSignIn(element);
    }
    const faulty = this.#steps.find((step) => this.#faultsOn(step).length);
    if (faulty) return this.#lead(faulty);
    if (await this.#sending.send(this.#named)) return this.#focus('#received');
    if (this.#ground.turn() !== 'open') return this.#focus('#closed');
    const [refused] = this.#sending.faults;
    const step = refused && this.#steps.find((one) => standsOn(refused.id, one));
    if (step) this.#lead(step);
  }

  /** To the step where something must be put right, and back from there to the last one. */
  #lead(step: Step): void {
    this.#returning = !this.#ground.element.noSteps;
    if (this.#returning) keepDraft(this.#ground.path(), {place: step.id === 'write' ? '' : step.id});
    this.#tried = true;
    this.#showFaults();
  }

  #back(): void {
    const [all, at] = [this.#steps, this.#at];
    const before = this.#returning ? all.length - 1 : all[at - 1]?.part === 'similar' && !this.#comparing.found.length ? at - 2 : at - 1;
    this.#goTo(all[before]?.id ?? 'write');
  }

  #goTo(id: string, place = '#step'): void {
    if (id === 'review') this.#returning = false;
    this.#tried = false;
    keepDraft(this.#ground.path(), {place: id === 'write' ? '' : id});
    this.#ground.element.requestUpdate();
    if (this.#comparing.skipped) this.#ground.say(() => this.#comparing.skipWords());
    this.#focus(place);
  }

  #anew(): void {
    clearDraft(this.#ground.path());
    this.leave();
    this.#restored = false;
    this.#ground.say(() => msg('A new, empty form.', {id: 'sf-empty'}));
    this.#focus('#step', '#title');
  }

  #showFaults(): void {
    this.#ground.element.requestUpdate();
    this.#focus('#errors');
  }

  async #bringFiles(): Promise<void> {
    const {element, client, filled, write, say} = this.#ground;
    if (this.#files || !this.#form.fields.some(({kind}) => kind === 'attachment')) return;
    this.#files = await onUse(import('./files.ts'));
    this.#uploads = new this.#files.Uploads({element, client, say,
      keep: ({id}, attachment) => { write({files: {...filled().files, [id]: [...filled().files[id] ?? [], attachment]}}); }});
    element.requestUpdate();
  }

  /** The first of these that is there once all is drawn. */
  #focus(...places: string[]): void {
    const {element} = this.#ground;
    const find = (place: string) => element.renderRoot.querySelector<HTMLElement>(place);
    void element.updateComplete.then(() => new Promise(requestAnimationFrame)).then(() => { places.map(find).find(Boolean)?.focus(); });
  }
}
