import type {Meta, StoryObj} from '@storybook/web-components-vite';
import '@shurkum/widgets/suggestion-form';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import {bicycles, bicyclesInArabic, complaints, form, formSpace, ideas, proposal} from '../packages/widgets/tools/forms.ts';
import type {FormDefinition} from '../packages/widgets/tools/forms.ts';
import {cut, inside, readOnly, settled, silent, told, unsettled} from './support/stage.ts';
import type {Scene, Stage} from './support/stage.ts';

type Story = StoryObj;
type Play = NonNullable<Story['play']>;
const english: Story = {globals: {language: 'en'}};
const phone: Story = {globals: {viewport: {value: 'phone', isRotated: false}}};

/** A form, and what others have suggested before. Nothing of another story's writing is left. */
const asked = (definition: FormDefinition = ideas, before: object[] = []): Scene => async (stage) => {
  localStorage.clear();
  const server = {...stage.server, api: stage.api};
  await form(server, definition);
  for (const suggestion of before) await proposal(server, suggestion, definition.id);
};
const story = (definition?: FormDefinition, more: Story = {}, before: object[] = [], line?: Parameters<typeof told>[0]['line']): Story =>
  told({options: {space: formSpace}, scene: asked(definition, before), ...(line ? {line} : {})}, more);

const part = async (context: Parameters<Play>[0], name: string) => waitFor(() => inside(context).part(name), {timeout: 5000});
const root = ({canvasElement}: {canvasElement: HTMLElement}) => canvasElement.querySelector('shurkum-suggestion-form')?.shadowRoot;
const put = async (context: Parameters<Play>[0], id: string, value: string): Promise<void> => {
  const box = await waitFor(() => {
    const found = root(context)?.querySelector<HTMLInputElement>(`#${id}`);
    if (!found) throw new Error(`There is no field “${id}” yet`);
    return found;
  }, {timeout: 5000});
  if (box.matches('select')) await userEvent.selectOptions(box, value);
  else if (box.matches('[type=checkbox]')) await userEvent.click(box);
  else await userEvent.type(box, value);
};
const at = (context: Parameters<Play>[0], words: RegExp) => waitFor(async () => { await expect(inside(context).getByRole('heading', {level: 3, name: words})).toBeVisible(); }, {timeout: 5000});

const written: Play = async (context) => {
  await settled(context);
  await put(context, 'title', 'مواقف للدراجات');
  await put(context, 'text', 'نحتاج إلى مواقف للدراجات قرب المدارس.');
  await put(context, 'categoryId', 'roads');
};
const next: Play = async (context) => { await userEvent.click(await part(context, 'next')); };
const similar: Play = async (context) => { await written(context); await next(context); await at(context, /مشابهة/); };
const details: Play = async (context) => { await written(context); await next(context); await at(context, /التفاصيل/); };
const review: Play = async (context) => {
  await details(context);
  await put(context, 'a-place', 'الخوير');
  await put(context, 'a-terms', 'yes');
  await next(context);
  await at(context, /المراجعة/);
};
const receipt: Play = async (context) => {
  await review(context);
  await userEvent.click(await part(context, 'submit'));
  await part(context, 'receipt');
};
const fields: Play = async (context) => {
  await settled(context);
  await put(context, 'title', 'تأخر الخط');
  await put(context, 'text', 'انتظرنا طويلًا.');
  await next(context);
  await at(context, /حدث/);
};

const meta: Meta = {
  title: 'Suggestion form',
  component: 'shurkum-suggestion-form',
  render: ({formId, noSteps}, {loaded}) => html`
    <shurkum-suggestion-form api=${(loaded['stage'] as Stage).api} form-id=${formId as string} ?no-steps=${noSteps as boolean}><p>يظهر النموذج هنا. <bdi lang="en">The form appears here.</bdi></p></shurkum-suggestion-form>`,
  args: {formId: ideas.id, noSteps: false},
};
export default meta;

/** The answer has not come yet. */
export const Waiting: Story = told({line: silent}, unsettled);
export const Write: Story = story();
export const WriteInEnglish: Story = story(ideas, english);
export const WriteAndDark: Story = story(ideas, {globals: {scheme: 'dark'}});
/** What others have suggested: supporting one counts more than writing it again. */
export const Similar: Story = story(ideas, {play: similar}, [bicyclesInArabic, {...bicyclesInArabic, title: 'مواقف مظلّلة للدراجات'}]);
/** One of them is supported. */
export const Supported: Story = story(ideas, {play: async (context) => {
  await similar(context);
  await userEvent.click(inside(context).getByRole('button', {name: /^تأييد/}));
  await waitFor(() => expect(inside(context).getByText(/احتُسب تأييدكم\. إن/)).toBeVisible(), {timeout: 5000});
}}, [bicyclesInArabic]);
export const Details: Story = story(ideas, {play: details});
/** Everything as it will be sent, and what becomes of it. */
export const Review: Story = story(ideas, {play: review});
export const ReviewAndDark: Story = story(ideas, {play: review, globals: {scheme: 'dark'}});
export const Receipt: Story = story(ideas, {play: receipt});
export const ReceiptAndDark: Story = story(ideas, {play: receipt, globals: {scheme: 'dark'}});
/** What must be put right, with a way to each. */
export const Errors: Story = story(ideas, {play: async (context) => { await settled(context); await next(context); await part(context, 'errors'); }});
export const ErrorsInEnglish: Story = story(ideas, {...english, play: async (context) => { await settled(context); await next(context); await part(context, 'errors'); }});
/** It opens later. */
export const Scheduled: Story = story({...ideas, opensAt: '2100-01-01T06:00:00Z'});
export const Closed: Story = story({...ideas, opensAt: '2020-01-01T06:00:00Z', closesAt: '2020-03-01T06:00:00Z'});
/** Only signed-in people may send it. */
export const SignInNeeded: Story = story({...ideas, guests: false});
/** The line is cut before it is sent: nothing is lost. */
export const Offline: Story = story(ideas, {play: async (context) => {
  await review(context);
  await userEvent.click(await part(context, 'submit'));
  await waitFor(() => expect(inside(context).getByText(/ولم يضِع شيء/)).toBeVisible(), {timeout: 12_000});
}}, [], readOnly);
/** A complaint: every kind of question, in groups; the person chooses who may read it. */
export const Complaint: Story = story(complaints, {args: {formId: complaints.id}, play: fields});
export const ComplaintInEnglish: Story = story(complaints, {...english, args: {formId: complaints.id}, play: async (context) => {
  await settled(context);
  await put(context, 'title', 'Line 7');
  await put(context, 'text', 'We waited long.');
  await next(context);
  await at(context, /What happened/);
}});
export const PhoneWidth: Story = story(ideas, {...phone, play: details});
export const ReceiptOnAPhone: Story = story(ideas, {...phone, play: receipt});
/** All questions on one page. */
export const NoSteps: Story = story(ideas, {args: {noSteps: true}});
export const NoStepsInEnglish: Story = story(complaints, {...english, args: {formId: complaints.id, noSteps: true}}, []);
/** Somebody suggested the same, told in English. */
export const SimilarInEnglish: Story = story(ideas, {...english, play: async (context) => {
  await settled(context);
  await put(context, 'title', 'Bicycle stands near schools');
  await put(context, 'text', 'Stands for bicycles, please.');
  await put(context, 'categoryId', 'roads');
  await next(context);
  await at(context, /Similar ones/);
}}, [bicycles]);
/** The API cannot be reached: the page's own words stay. */
export const Unreachable: Story = told({line: cut}, unsettled);
/** There is no such form. */
export const Unknown: Story = told({});
