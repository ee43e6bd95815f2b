/** What its author answered to the questions of the form, and the files that came along. */
import type {Schema} from '@shurkum/contract';
import {msg} from '@shurkum/core/i18n/words';
import {icon} from '@shurkum/core/icons';
import {local} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {dayOf} from '../views/axes.ts';
import type {TrackerReader} from '../views/axes.ts';
import {paper} from './icons.ts';
import {isAnnounced, isPicture} from './late.model.ts';
import type {Attachment} from './late.model.ts';

function said({field: {kind, options = []}, answer}: Schema<'ProposalAnswer'>, reader: TrackerReader): unknown {
  const labelOf = (id: unknown) => {
    const option = options.find((one) => one.id === id);
    return option ? local(option.label, reader) : `${id as string}`;
  };
  switch (kind) {
    case 'choice': return labelOf(answer);
    case 'choices': return html`<ul>${(answer as string[]).map((id) => html`<li>${labelOf(id)}</li>`)}</ul>`;
    case 'number': return reader.formats.number(Number(answer));
    case 'date': return dayOf(answer as string, reader);
    case 'consent': return answer ? msg('Yes', {id: 'yes'}) : msg('No', {id: 'no'});
    default: return html`<span dir="auto" class="said">${answer}</span>`;
  }
}

export const answers = (all: readonly Schema<'ProposalAnswer'>[], reader: TrackerReader): unknown => {
  const shown = all.filter(({field}) => field.kind !== 'attachment');
  return shown.length ? html`<dl class="answers">${shown.map((one) => html`<div><dt class="small muted">${local(one.field.label, reader)}</dt><dd>${said(one, reader)}</dd></div>`)}</dl>` : nothing;
};

/** To two digits, in the unit that a reader would choose. */
const size = (bytes: number, formats: TrackerReader['formats']): string => (bytes < 1_000_000
  ? formats.number(Math.ceil(bytes / 1000), {style: 'unit', unit: 'kilobyte'})
  : formats.number(bytes / 1_000_000, {style: 'unit', unit: 'megabyte', maximumSignificantDigits: 2}));

/** A picture that is not what was announced, or that the page does not let in, leaves its link alone. */
const hide = (event: Event) => { (event.target as HTMLElement).hidden = true; };

function attachment(one: Attachment, api: string, {formats}: TrackerReader): TemplateResult {
  const address = `${api}/attachments/${encodeURIComponent(one.id)}`;
  return html`<li><a href=${address} download=${one.name} rel="noopener">${isPicture(one) ? html`<img src=${address} alt="" width=${one.width ?? 0} height=${one.height ?? 0} loading="lazy" decoding="async" crossorigin="anonymous"
      @error=${hide} @load=${(event: Event) => { if (!isAnnounced(one, event.target as HTMLImageElement)) hide(event); }}>` : nothing}
    <span class="file">${icon(paper)} <bdi>${one.name}</bdi></span></a> <span class="small muted">${size(one.bytes, formats)}</span></li>`;
}

export const attachments = (all: readonly Attachment[], api: string, reader: TrackerReader): unknown => (all.length
  ? html`<section><h3>${msg('Attachments', {id: 'files'})}</h3><ul class="files">${all.map((one) => attachment(one, api, reader))}</ul></section>` : nothing);
