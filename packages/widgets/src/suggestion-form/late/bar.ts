/** The buttons under a step. */
import {msg} from '@shurkum/core/i18n/words';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {Form} from '../suggestion-form.model.ts';

type Standing = {form: Form; last: boolean; first: boolean; returning: boolean; sending: boolean; looking: boolean; failed: boolean; similar: boolean};

const send = {
  suggestion: () => msg('Send the suggestion', {id: 'sf-send-suggestion'}), complaint: () => msg('Send the complaint', {id: 'sf-send-complaint'}),
  inquiry: () => msg('Send the question', {id: 'sf-send-inquiry'}), report: () => msg('Send the report', {id: 'sf-send-report'}),
};

function forward({form: {kind}, last, returning, sending, looking, failed, similar}: Standing): string {
  if (sending) return msg('Sending…', {id: 'sending'});
  if (looking) return msg('Looking for similar ones…', {id: 'sf-looking'});
  if (last) return failed ? msg('Send again', {id: 'resend'}) : send[kind]();
  if (returning) return msg('Back to checking', {id: 'sf-return'});
  return similar ? msg('Go on with mine', {id: 'sf-mine'}) : msg('Next', {id: 'sf-next'});
}

export const bar = (standing: Standing, back: () => void): TemplateResult => {
  const {last, first, returning, sending, looking} = standing;
  return html`<button class="primary" part=${last ? 'submit' : 'next'} aria-disabled=${sending || looking ? 'true' : 'false'}>${forward(standing)}</button>
    ${first || returning ? nothing : html`<button type="button" part="back" @click=${back}>${msg('Back', {id: 'sf-back'})}</button>`}`;
};
