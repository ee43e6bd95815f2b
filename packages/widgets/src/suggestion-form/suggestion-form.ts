import {Task, initialState} from '@lit/task';
import {unwrap} from '@shurkum/client';
import type {Client} from '@shurkum/client';
import {clientOf} from '@shurkum/core/api';
import {controls} from '@shurkum/core/controls';
import {keepDraft, readDraft} from '@shurkum/core/drafts';
import {Formats} from '@shurkum/core/formats';
import {formWords} from '@shurkum/core/i18n/form-words';
import {LocaleController, onUse} from '@shurkum/core/i18n/locale';
import {Presence} from '@shurkum/core/presence';
import {Reading} from '@shurkum/core/reading';
import {room} from '@shurkum/core/task-views';
import {tokens} from '@shurkum/core/tokens';
import type {Reader} from '@shurkum/core/task-views';
import {LitElement, adoptStyles, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Journey} from './late/journey.ts';
import {draftFrom, filledFrom, steps, turn} from './suggestion-form.model.ts';
import type {Filled, FormView} from './suggestion-form.model.ts';
import {styles} from './suggestion-form.styles.ts';
import {card, writeName} from './views/form.ts';
import type {Drawn, Writing} from './views/form.ts';

type Read = FormView & {skew: number};
const later = () => onUse(import('./late/journey.ts'));
const plain: Pick<Drawn, 'notices' | 'inside' | 'more'> & {bar: undefined} = {notices: nothing, inside: nothing, more: nothing, bar: undefined};

/**
 * Lets a person send a suggestion, complaint, inquiry or report, and gives them its reference number at once.
 *
 * @tag shurkum-suggestion-form
 * @slot - What is shown before the form is ready, and where the API cannot be reached; a plain `form` there works without JavaScript. What was typed into it moves into the widget.
 * @slot heading - The authority's own heading in place of the form's title.
 * @slot privacy - The authority's own words on what becomes of what is sent, in place of the form's.
 * @slot closed - The authority's own words while nothing can be sent.
 * @event shurkum-before-submit - A person is about to send what they wrote; cancel it to prevent that.
 * @event shurkum-submit - It was sent, and has its reference number.
 * @event shurkum-before-support - A person is about to support a proposal in place of writing their own; cancel it to prevent that.
 * @event shurkum-support - A proposal was supported.
 * @event shurkum-sign-in - Sending needs a person; the page opens its own sign-in.
 * @csspart form - The raised card.
 * @csspart heading - The title of the form.
 * @csspart step - Which step this is, of how many.
 * @csspart question - One question with its field.
 * @csspart next - The button that goes on.
 * @csspart back - The button that goes back.
 * @csspart submit - The button that sends.
 * @csspart errors - What must be put right first.
 * @csspart similar - One proposal that may say the same.
 * @csspart review - Everything as it will be sent.
 * @csspart consequences - What becomes of it once it is sent.
 * @csspart receipt - That it was received.
 * @csspart reference - Its reference number.
 */
export class SuggestionForm extends LitElement {
  static override styles = [tokens, controls, styles];

  /** Base URL of the API and its space; by default the space `default` where this script came from. */
  @property() api?: string;
  /** The form to fill in. */
  @property({attribute: 'form-id'}) formId = '';
  /** All questions stand on one page. */
  @property({type: Boolean, attribute: 'no-steps'}) noSteps = false;
  /** `lazy` waits until the form comes near the reader. */
  @property() loading: 'eager' | 'lazy' = 'eager';

  readonly #locale = new LocaleController(this, formWords);
  readonly #presence: Presence = new Presence(this, () => ({client: this.#client, resource: `form:${this.formId}`, live: false}), () => { void this.#readAgain(); });
  readonly #form = new Reading(this, {
    args: () => [this.api, this.formId, this.#presence.near] as const,
    task: async ([api, formId, near]): Promise<Read | typeof initialState> => {
      if (!near) return initialState;
      const view = await unwrap(clientOf(api).open.GET('/forms/{formId}', {params: {path: {formId}}}));
      return {...view, skew: Date.parse(view.now) - Date.now()};
    },
  });
  /** Whether there is somebody who may send it, where guests may not. */
  readonly #known = new Reading(this, {
    args: () => [this.api, this.formId, this.#presence.near] as const,
    task: async ([api,, near]): Promise<boolean> => near && clientOf(api).known(),
  });
  /** The later steps come when a person turns to the form, had begun it before, or there is more to say than the first step does. */
  readonly #later = new Task(this, {
    args: () => {
      const view = this.#form.value;
      return [this.api, this.formId, !!view && (this.#presence.engaged || this.noSteps || !view.form.guests || this.#turn(view) !== 'open' || !!readDraft(this.#path).at)] as const;
    },
    task: async ([,, due]) => { if (due) this.#begin(await later()); },
  });
  /** The last event to be told, in the words of its moment; `again` tells two alike apart. */
  @state() private said = {words: () => '', again: false};
  #journey: Journey | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#takeOver();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('api') || changed.has('formId')) this.#journey?.leave();
  }

  override render() {
    return room(this.#locale, this.#form, this.#known, () => this.#readAgain(), () => {
      const view = this.#form.value as Read;
      const {form} = view;
      const reader = this.#reader(view);
      const writing: Writing = {form, filled: this.#filled, beside: (id) => this.#journey?.beside(id, reader) ?? {}};
      const {words, again} = this.said;
      const open = this.#turn(view) === 'open' && !readDraft(this.#path).place;
      const drawn = this.#journey?.drawn(writing, reader) ?? {...plain, steps: open ? steps(form) : [], at: 0, name: writeName()};
      return card({...drawn, noSteps: this.noSteps, lost: this.#later.error, said: words() + (again ? '\u200A' : '')}, writing, reader, {
        write: (what, text) => { this.#write({[what]: text}); },
        next: (event) => {
          event.preventDefault();
          void this.#go((journey) => journey.next());
        },
      });
    });
  }

  get #client(): Client { return clientOf(this.api); }
  get #path(): string[] { return [this.api ?? '', this.formId, 'form']; }
  get #filled(): Filled { return filledFrom(readDraft(this.#path)); }
  #turn(view: Read) { return turn(view, Date.now() + view.skew); }

  #reader({display, languages, skew}: Read): Reader {
    const {tag} = this.#locale;
    return {tag, languages, formats: new Formats(tag, display), now: Date.now() + skew};
  }

  #write(some: Partial<Filled>): void {
    keepDraft(this.#path, draftFrom({...this.#filled, ...some, language: this.#locale.tag}));
    this.requestUpdate();
  }

  /** What was typed into the page's own form before the widget stood is not lost. */
  #takeOver(): void {
    const typed = (name: string) => this.querySelector<HTMLInputElement>(`form [name="${name}"]`)?.value.trim() ?? '';
    const some = {title: typed('title'), text: typed('text'), categoryId: typed('category'), email: typed('email'), name: typed('name')};
    if (readDraft(this.#path).at || !Object.values(some).some(Boolean)) return;
    keepDraft(this.#path, draftFrom({...this.#filled, ...some, language: this.#locale.tag}));
  }

  /** A bad line may have cut off the later steps; then they are asked for again. */
  async #go(act: (journey: Journey) => unknown): Promise<void> {
    this.#presence.engage();
    if (!this.#journey) await this.#later.run();
    if (this.#journey) act(this.#journey);
  }

  #begin({Journey: Later, styles: more}: Awaited<ReturnType<typeof later>>): void {
    if (this.#journey) return;
    adoptStyles(this.renderRoot as ShadowRoot, [...SuggestionForm.styles, ...more]);
    this.#journey = new Later({
      element: this,
      client: () => this.#client,
      path: () => this.#path,
      view: () => this.#form.value as Read,
      turn: () => this.#turn(this.#form.value as Read),
      filled: () => this.#filled,
      reader: () => this.#reader(this.#form.value as Read),
      stranger: () => this.#form.value?.form.guests === false && this.#known.value === false,
      write: (some) => { this.#write(some); },
      readAgain: () => this.#readAgain(),
      say: (words) => { this.said = {words, again: !this.said.again}; },
    });
  }

  #readAgain(): Promise<unknown> {
    return Promise.all([this.#form.run(), this.#known.run()]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shurkum-suggestion-form': SuggestionForm;
  }
}
