/** Files beside an answer: chosen, checked, sent with their progress, shown, taken away. It comes only where a form asks for files. */
import {newKey} from '@shurkum/client';
import type {ApiError, Client} from '@shurkum/client';
import {upload} from '@shurkum/client/upload';
import {fileNameMaxLength} from '@shurkum/contract/limits';
import {fill, msg, plural} from '@shurkum/core/i18n/words';
import {alert, icon} from '@shurkum/core/icons';
import {mendable, problemText} from '@shurkum/core/problems';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {LitElement, TemplateResult} from 'lit';
import {ref} from 'lit/directives/ref.js';
import type {Attachment, Field, Form} from '../suggestion-form.model.ts';
import {choosing} from '../views/question.ts';
import type {Asked, Beside} from '../views/question.ts';
import {mostFiles} from './answers.model.ts';
import type {Asking} from './fields.ts';

/** One file on its way, or why it did not get there. */
export type Upload = {file: File; key: string; sent: number; stop: AbortController; failure: unknown};

const endings: Record<string, string> = {'image/png': 'PNG', 'image/jpeg': 'JPEG', 'image/webp': 'WebP', 'application/pdf': 'PDF'};

/** What the server keeps of a file's name: no control characters, and not too much of it. */
const nameOf = ({name}: File): string => [...name.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '')].slice(-fileNameMaxLength).join('').slice(-fileNameMaxLength) || 'file';

/** Why a file need not even be sent. What it says of itself decides nothing: the server looks at its bytes. */
function refused(file: File, {types, bytes}: Form['files']): 'file-type' | 'too-large' | 'empty' | null {
  if (!file.size) return 'empty';
  if (file.size > bytes) return 'too-large';
  return file.type && !types.includes(file.type) ? 'file-type' : null;
}

type Ground = {element: LitElement; client: () => Client; keep: (field: Field, attachment: Attachment) => void; say: (words: () => string) => void};

/** The uploads of one form, by field. What has arrived is part of the draft and not here. */
export class Uploads {
  readonly #ground: Ground;
  readonly #underway = new Map<string, readonly Upload[]>();
  /** The files this page sent, to draw them small: what the server has looked at, not what a name promises. */
  readonly #here = new Map<string, File>();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  of({id}: Pick<Field, 'id'>): readonly Upload[] { return this.#underway.get(id) ?? []; }
  busy(field: Field): boolean { return this.of(field).some(({failure}) => failure === null); }
  file({id}: Attachment): File | undefined { return this.#here.get(id); }

  add(field: Field, files: readonly File[], has: number, limits: Form['files']): void {
    const rest = Math.max(0, mostFiles(field) - has - this.of(field).filter(({failure}) => failure === null).length);
    const fresh = files.map((file, at): Upload => ({file, key: newKey(), sent: 0, stop: new AbortController(), failure: at >= rest ? 'too-many' : refused(file, limits)}));
    this.#put(field, [...this.of(field).filter(({failure}) => failure === null), ...fresh]);
    for (const one of fresh) if (one.failure === null) void this.#send(field, one);
  }

  again(field: Field, {key}: Upload): void {
    const one = this.of(field).find((other) => other.key === key);
    if (!one) return;
    const fresh = {...one, failure: null, sent: 0, stop: new AbortController()};
    this.#change(field, key, fresh);
    void this.#send(field, fresh);
  }

  drop(field: Field, {key, stop}: Upload): void {
    stop.abort();
    this.#put(field, this.of(field).filter((one) => one.key !== key));
  }

  /** Another form stands here now. */
  leave(): void {
    for (const {stop} of [...this.#underway.values()].flat()) stop.abort();
    this.#underway.clear();
  }

  async #send(field: Field, {file, key, stop}: Upload): Promise<void> {
    const {client, keep, say} = this.#ground;
    try {
      const attachment = await upload(client(), file, nameOf(file), key, stop.signal, (sent) => { this.#change(field, key, {sent}); });
      if (stop.signal.aborted) return;
      this.#here.set(attachment.id, file);
      this.#put(field, this.of(field).filter((one) => one.key !== key));
      keep(field, attachment);
      say(() => fill(msg('{name} was added.', {id: 'sf-file-added'}), {name: attachment.name}));
    } catch (failure) {
      if (!stop.signal.aborted) this.#change(field, key, {failure});
    }
  }

  #change(field: Field, key: string, some: Partial<Upload>): void {
    this.#put(field, this.of(field).map((one) => (one.key === key ? {...one, ...some} : one)));
  }

  #put({id}: Field, uploads: readonly Upload[]): void {
    this.#underway.set(id, uploads);
    this.#ground.element.requestUpdate();
  }
}

const size = (bytes: number, {formats}: Reader): string => (bytes < 1e6
  ? formats.number(Math.max(1, Math.round(bytes / 1000)), {style: 'unit', unit: 'kilobyte'}) : formats.number(Math.round(bytes / 1e5) / 10, {style: 'unit', unit: 'megabyte'}));

const types = ({types: taken}: Form['files'], {tag}: Reader): string =>
  new Intl.ListFormat(tag.startsWith('ar') ? 'ar' : 'en', {type: 'disjunction'}).format(taken.map((type) => endings[type] ?? type));

/** What is taken, said before anything is chosen. */
function limitsWords(field: Field, {files}: Form, reader: Reader): string {
  const most = mostFiles(field);
  return fill(plural(msg('|One file: {types}, at most {size}.|Up to {n} files: {types}, at most {size} each.', {id: 'sf-files'}), most),
    {n: reader.formats.number(most), types: types(files, reader), size: size(files.bytes, reader)});
}

function failureWords(failure: unknown, field: Field, {files}: Form, reader: Reader): string {
  const kind = typeof failure === 'string' ? failure : (failure as Partial<ApiError>).kind;
  switch (kind) {
    case 'too-many': return fill(plural(msg('|Only one file can be added.|Only {n} files can be added.', {id: 'sf-files-full'}), mostFiles(field)), {n: reader.formats.number(mostFiles(field))});
    case 'empty': return msg('The file is empty.', {id: 'sf-file-empty'});
    case 'file-type': return fill(msg('Files of this type are not taken here; only {types}.', {id: 'sf-file-type'}), {types: types(files, reader)});
    case 'file-unreadable': return msg('The file is damaged or too large to be opened.', {id: 'sf-file-broken'});
    case 'too-large':
    case 'body-too-large': return fill(msg('The file is larger than {size}.', {id: 'sf-file-large'}), {size: size(files.bytes, reader)});
    default: return mendable(failure) && kind !== 'too-many-requests' ? msg('The file did not get through.', {id: 'sf-file-lost'}) : problemText(failure);
  }
}

/** Drawn from the bytes onto a canvas, which needs no leave of the page's policy for images. */
const picture = (file: File) => (canvas: Element | undefined): void => {
  if (!(canvas instanceof HTMLCanvasElement) || canvas.dataset['drawn']) return;
  canvas.dataset['drawn'] = 'yes';
  void createImageBitmap(file, {resizeWidth: canvas.width, resizeQuality: 'medium'}).then((image) => {
    canvas.height = image.height;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
  }, () => { canvas.hidden = true; });
};

const paper = 'M14.5 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V7.5zM14 2v6h6';

function added(attachment: Attachment, field: Field, uploads: Uploads, {reader, verbs}: Asking): TemplateResult {
  const {name, type, bytes, width} = attachment;
  const file = uploads.file(attachment);
  return html`<li class="file">${file && width && type.startsWith('image/') ? html`<canvas width="56" height="56" aria-hidden="true" ${ref(picture(file))}></canvas>` : icon(paper)}
    <span class="name"><bdi>${name}</bdi> <span class="small muted"><bdi>${endings[type]}</bdi> ${size(bytes, reader)}</span></span>
    <button type="button" class="quiet" @click=${() => { verbs.removeFile(field, attachment); }} aria-label=${fill(msg('Remove {name}', {id: 'sf-file-drop-one'}), {name})}>${msg('Remove', {id: 'sf-file-drop'})}</button></li>`;
}

function underway(one: Upload, field: Field, uploads: Uploads, {form, reader}: Asking): TemplateResult {
  const {file: {name}, sent, failure} = one;
  const words = fill(msg('Sending {name}', {id: 'sf-file-sending'}), {name});
  return html`<li class="file">${failure === null ? html`<span class="name"><bdi>${name}</bdi> <progress aria-label=${words} max="1" value=${sent || nothing}></progress></span>`
    : html`<span class="name danger" role="alert">${icon(alert)} <bdi>${name}</bdi>: ${failureWords(failure, field, form, reader)}</span>
      ${typeof failure !== 'string' && mendable(failure) ? html`<button type="button" class="quiet" @click=${() => { uploads.again(field, one); }}>${msg('Try again', {id: 'retry'})}</button>` : nothing}`}
    <button type="button" class="quiet" @click=${() => { uploads.drop(field, one); }} aria-label=${fill(msg('Remove {name}', {id: 'sf-file-drop-one'}), {name})}>${msg('Remove', {id: 'sf-file-drop'})}</button></li>`;
}

export function attachments(field: Field, asked: Asked, beside: Beside, uploads: Uploads, asking: Asking): TemplateResult {
  const {form, filled, reader, verbs} = asking;
  const files = filled.files[field.id] ?? [];
  const full = files.length >= mostFiles(field);
  const hint = html`${asked.hint ? html`${asked.hint}<br>` : nothing}${limitsWords(field, form, reader)}`;
  const take = (event: Event) => {
    const input = event.target as HTMLInputElement;
    verbs.addFiles(field, [...input.files ?? []]);
    input.value = '';
  };
  return choosing({...asked, hint}, beside, html`${files.length || uploads.of(field).length ? html`<ul class="files">${files.map((one) => added(one, field, uploads, asking))}${
    uploads.of(field).map((one) => underway(one, field, uploads, asking))}</ul>` : nothing}
    ${full ? nothing : html`<label class="button pick">${msg('Add a file', {id: 'sf-file-add'})}
      <input class="unseen" type="file" accept=${form.files.types.join(',')} ?multiple=${mostFiles(field) > 1} @change=${take}></label>`}`);
}
