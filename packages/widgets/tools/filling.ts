/** Filling in a form as a person does: by the labels they read. */
import {field, press, sees, write} from './stage.ts';

const set = async (element: HTMLElement, label: string, value: string, event: string): Promise<void> => {
  const box = await field(element, label);
  box.value = value;
  box.dispatchEvent(new Event(event, {bubbles: true, composed: true}));
  await (element as HTMLElement & {updateComplete: Promise<unknown>}).updateComplete;
};
export const pick = (element: HTMLElement, label: string, value: string) => set(element, label, value, 'change');
export const date = (element: HTMLElement, label: string, value: string) => set(element, label, value, 'input');

/** The first step of a form in English, of whatever kind. */
export async function begin(element: HTMLElement, {title = 'Bicycle stands', text = 'Near every school, please.', category = 'roads', label = 'Your suggestion'} = {}): Promise<void> {
  await write(element, 'Title in a few words', title);
  await write(element, label, text);
  if (category) await pick(element, 'What is it about?', category);
}

/** `ideas` as far as its last step. */
export async function toReview(element: HTMLElement): Promise<void> {
  await begin(element);
  await press(element, 'Next');
  await sees(element, '3 of 4');
  await write(element, 'Where?', 'Al Khuwair');
  (await field(element, 'I agree')).click();
  await press(element, 'Next');
  await sees(element, '4 of 4 · Check and send');
}

/** A picture that is what it says. */
export async function picture(name: string): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), {width: 30, height: 20});
  canvas.getContext('2d')?.fillRect(5, 5, 10, 10);
  return new Promise((done, failed) => { canvas.toBlob((blob) => { if (blob) done(new File([blob], name, {type: 'image/png'})); else failed(new Error('No picture')); }); });
}

export function addFiles(element: HTMLElement, ...files: File[]): void {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  const input = element.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('Files cannot be added here');
  input.files = data.files;
  input.dispatchEvent(new Event('change', {bubbles: true}));
}
