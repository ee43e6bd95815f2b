/** What came of all suggestions: four numbers, a table of the decisions, and what changed last. */
import {Task, initialState} from '@lit/task';
import type {Schema} from '@shurkum/contract';
import {fill, msg, plural} from '@shurkum/core/i18n/words';
import {icon} from '@shurkum/core/icons';
import {Reading} from '@shurkum/core/reading';
import {refusal} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {Ground, Part} from '../proposal-tracker.ground.ts';
import {decisions, onward, progresses} from '../views/axes.ts';
import type {TrackerReader} from '../views/axes.ts';
import {card} from '../views/list.ts';
import * as acts from './late.acts.ts';
import {styles as look} from './outcomes.styles.ts';
import {rows, share} from './outcomes.model.ts';
import type {Labels, Outcomes} from './outcomes.model.ts';

export const styles = [look];

type Pages = readonly [Outcomes, ...Outcomes[]];

const nameOf = (all: typeof decisions | typeof progresses, state: string): string => (all as Partial<typeof decisions>)[state as 'open']?.[2]() ?? state;
const labels = (): Labels => ({
  received: msg('Published proposals', {id: 'o-received'}),
  answered: msg('Answered so far', {id: 'o-answered'}),
  onTime: msg('Answered in time', {id: 'o-on-time'}),
  median: msg('Working days to an answer (median)', {id: 'o-median'}),
  decision: (state) => nameOf(decisions, state),
  progress: (state) => nameOf(progresses, state),
});

function figures({received, answered, onTime, medianDays}: Outcomes, {formats}: TrackerReader): TemplateResult {
  const said = labels();
  const figure = (number: string, words: string) => html`<div><dt class="small muted">${words}</dt><dd>${number}</dd></div>`;
  return html`<dl class="figures">${figure(formats.number(received), said.received)}${figure(formats.number(answered), said.answered)}
    ${figure(answered ? formats.number(share(onTime, answered), {style: 'percent'}) : '–', said.onTime)}${figure(medianDays === null ? '–' : formats.number(medianDays, {maximumFractionDigits: 1}), said.median)}</dl>`;
}

function table(caption: string, head: string, counts: readonly {state: string; count: number}[], all: typeof decisions | typeof progresses, {formats}: TrackerReader): TemplateResult {
  const whole = counts.reduce((sum, {count}) => sum + count, 0);
  return html`<table><caption>${caption}</caption><thead class="small muted"><tr><th scope="col">${head}</th><th scope="col">${msg('Proposals', {id: 'proposals'})}</th><th scope="col">${msg('Share', {id: 'th-share'})}</th></tr></thead>
    <tbody>${counts.map(({state, count}) => {
      const [tone = '', path = ''] = (all as Partial<typeof decisions>)[state as 'open'] ?? [];
      return html`<tr><th scope="row"><span class=${tone}>${icon(path, path === onward)}</span> ${nameOf(all, state)}</th><td>${formats.number(count)}</td><td class="muted">${formats.number(share(count, whole), {style: 'percent'})}</td></tr>`;
    })}</tbody></table>`;
}

async function download(outcomes: Outcomes, said: Labels): Promise<void> {
  const {csv, offer} = await import('@shurkum/core/csv');
  offer(`outcomes-${outcomes.now.slice(0, 10)}.csv`, csv(rows(outcomes, said)));
}

class WhatCame implements Part {
  readonly read: Reading<readonly [string | undefined, string, string, string, boolean], Pages>;
  readonly mine = {value: undefined, error: undefined, status: 0};
  readonly #more: Task<readonly [string], Outcomes>;
  readonly #ground: Ground;

  constructor(ground: Ground) {
    const {element, client, here} = ground;
    this.#ground = ground;
    this.read = new Reading(element, {
      args: () => [element.api, 'outcomes', ground.preset('category'), ground.preset('agency'), here('outcomes')] as const,
      task: async ([,, category, agency, wanted]) => {
        if (!wanted) return initialState;
        const pages: [Outcomes, ...Outcomes[]] = [await acts.readOutcomes(client(), category, agency, element.pageSize)];
        const count = this.read.value?.length ?? 1;
        for (let cursor = pages[0].changed.nextCursor; cursor && pages.length < count; cursor = pages.at(-1)?.changed.nextCursor ?? null) {
          pages.push(await acts.readOutcomes(client(), category, agency, element.pageSize, cursor));
        }
        return pages;
      },
    });
    this.#more = new Task(element, {autoRun: false, task: ([cursor]) => acts.readOutcomes(client(), ground.preset('category'), ground.preset('agency'), element.pageSize, cursor)});
  }

  again(): unknown { return this.read.run(); }

  draw(): TemplateResult {
    const pages = this.read.value as Pages;
    const [first] = pages;
    const reader = this.#ground.reader(first);
    const changed = [...new Map(pages.flatMap((page) => page.changed.items).map((one) => [one.reference, one])).values()];
    const said = labels();
    return html`<section class="stack" part="outcomes" aria-labelledby="top">
      <slot name="heading"><h2 id="top" tabindex="-1" part="heading">${msg('You said, we did', {id: 'outcomes'})}</h2></slot>
      ${figures(first, reader)}
      <div class="tables">${table(msg('What was decided', {id: 'decided'}), msg('Decision', {id: 'f-decision'}), first.decisions, decisions, reader)}
      ${table(msg('What was done', {id: 'o-done'}), msg('Progress', {id: 'f-progress'}), first.progress, progresses, reader)}</div>
      <p><button class="quiet" part="download" @click=${() => { void download(first, said); }}>${msg('Download', {id: 'download'})}</button></p>
      ${this.#changes(changed, reader)}
      ${refusal(this.#more.error)}${pages.at(-1)?.changed.nextCursor ? html`<button class="further" part="more" @click=${() => { void this.#readMore(); }}>${msg('More proposals', {id: 'more-proposals'})}</button>` : nothing}</section>`;
  }

  #changes(items: Schema<'ProposalSummary'>[], reader: TrackerReader): unknown {
    const {open, address} = this.#ground;
    return items.length ? html`<h3>${msg('What changed', {id: 'changed'})}</h3>
      <ol class="cards" aria-label=${fill(plural(msg('|One proposal that changed|{n} proposals that changed', {id: 'changed-n'}), items.length), {n: reader.formats.number(items.length)})}>${items.map((one) => card(one, reader, {open, address}))}</ol>`
      : html`<p class="muted">${msg('No decision has been published yet.', {id: 'no-outcome'})}</p>`;
  }

  async #readMore(): Promise<void> {
    const pages = this.read.value;
    const cursor = pages?.at(-1)?.changed.nextCursor;
    if (!pages || !cursor || this.#more.status === 1) return;
    await this.#more.run([cursor]);
    const page = this.#more.value;
    if (this.#more.error || !page) return;
    this.read.value = [...pages, page];
    this.#ground.focus(`[data-reference="${page.changed.items[0]?.reference ?? ''}"]`);
  }
}

export const begin = (ground: Ground): Part => new WhatCame(ground);
