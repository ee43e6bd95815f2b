/** One question: its label, what helps before it is answered, the field, and what is wrong with it. */
import {msg} from '@shurkum/core/i18n/words';
import {alert, icon} from '@shurkum/core/icons';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

/** `fault`: why the answer cannot be sent as it is. `room`: how much may still be written, once that matters. */
export type Beside = {fault?: string | undefined; room?: unknown};
export type Asked = {id: string; label: unknown; hint?: unknown; required: boolean};
/** What a field says of itself to assistive technology. */
export type Described = {id: string; by: string | typeof nothing; invalid: 'true' | typeof nothing};

const optional = (required: boolean): unknown => (required ? nothing : html`<span class="small muted">${msg('(optional)', {id: 'sf-optional'})}</span>`);

const described = ({id, hint}: Asked, {fault}: Beside): Described => ({
  id, invalid: fault ? 'true' : nothing,
  by: [...(hint ? [`${id}-hint`] : []), ...(fault ? [`${id}-fault`] : [])].join(' ') || nothing,
});
const hintLine = ({id, hint}: Asked): unknown => (hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing);
const faultLine = ({id}: Asked, {fault, room}: Beside): unknown => (fault
  ? html`<p class="fault danger" id="${id}-fault">${icon(alert)} <span>${fault}</span></p>` : room ?? nothing);

/** A question answered in one field. */
export const question = (asked: Asked, beside: Beside, field: (described: Described) => TemplateResult): TemplateResult => html`
  <div class=${beside.fault ? 'question faulty' : 'question'} part="question"><label for=${asked.id}>${asked.label} ${optional(asked.required)}</label>
    ${hintLine(asked)}${field(described(asked, beside))}${faultLine(asked, beside)}</div>`;

/** A question answered by choosing among several fields. */
export const choosing = (asked: Asked, beside: Beside, fields: unknown): TemplateResult => {
  const {id, by} = described(asked, beside);
  return html`<fieldset class=${beside.fault ? 'question faulty' : 'question'} part="question" id=${id} tabindex="-1" aria-describedby=${by}>
    <legend>${asked.label} ${optional(asked.required)}</legend>${hintLine(asked)}${fields}${faultLine(asked, beside)}</fieldset>`;
};
