import type {Meta, StoryObj} from '@storybook/web-components-vite';
import '@shurkum/widgets/proposal-tracker';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import {answer, everyState, form, ideas, merge, official, proposal, trackerSpace} from '../packages/widgets/tools/proposals.ts';
import type {Server} from '../packages/widgets/tools/proposals.ts';
import {cut, inside, readOnly, settled, silent, told, unsettled} from './support/stage.ts';
import type {Scene, Setting, Stage} from './support/stage.ts';

type Story = StoryObj;
type Play = NonNullable<Story['play']>;
type Seen = {reference?: string; view?: string};
type Set = Stage & {seen?: Seen};
const english: Story = {globals: {language: 'en'}};
const phone: Story = {globals: {viewport: {value: 'phone', isRotated: false}}};
const dark: Story = {globals: {scheme: 'dark'}};

const serverOf = (stage: Stage): Server => ({...stage.server, api: stage.api});
/** What is there before the story begins; gives what the tracker shows of it. */
const scene = (prepare: (server: Server) => Promise<Seen | undefined>): Scene => async (stage) => {
  history.replaceState(history.state, '', location.href.replace(/#.*/s, ''));
  (stage as Set).seen = await prepare(serverOf(stage)) ?? {};
};
const story = (prepare: (server: Server) => Promise<Seen | undefined>, more: Story = {}, line?: Setting['line']): Story =>
  told({options: {space: trackerSpace}, scene: scene(prepare), ...(line ? {line} : {})}, more);

const all = (language: 'ar' | 'en' = 'ar') => async (server: Server): Promise<undefined> => { await everyState(server, language); };
/** The nth of them, alone. */
const alone = (index: number, language: 'ar' | 'en' = 'ar') => async (server: Server): Promise<Seen> => ({reference: (await everyState(server, language))[index] ?? ''});
const outcomes = (language: 'ar' | 'en' = 'ar') => async (server: Server): Promise<Seen> => {
  await everyState(server, language);
  return {view: 'outcomes'};
};

const root = ({canvasElement}: {canvasElement: HTMLElement}) => canvasElement.querySelector('shurkum-proposal-tracker')?.shadowRoot;
const there = async (context: Parameters<Play>[0], selector: string): Promise<HTMLElement> => waitFor(() => {
  const found = root(context)?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no “${selector}” yet`);
  return found;
}, {timeout: 8000});
const part = async (context: Parameters<Play>[0], name: string) => there(context, `[part~="${name}"]`);
const one: Play = async (context) => {
  await settled(context);
  await part(context, 'timeline');
};
const lookUp: Play = async (context) => {
  await settled(context);
  await userEvent.click(await part(context, 'look-up'));
  await there(context, '#number');
};
const typed = (number: string): Play => async (context) => {
  await lookUp(context);
  await userEvent.type(await there(context, '#number'), number);
  await userEvent.type(await there(context, '#secret'), 'kT4mV9xQ2LpR7wYn3HsD5g');
  await userEvent.click(await there(context, 'form .primary'));
  await there(context, '[role=alert]');
};

const meta: Meta = {
  title: 'Proposal tracker',
  component: 'shurkum-proposal-tracker',
  render: (_, {loaded}) => {
    const {api, seen = {}} = loaded['stage'] as Set;
    return html`<shurkum-proposal-tracker api=${api} reference=${seen.reference ?? ''} view=${seen.view ?? 'list'} page-size="5"><p>تظهر المقترحات هنا. <bdi lang="en">The proposals appear here.</bdi></p></shurkum-proposal-tracker>`;
  },
};
export default meta;

/** The answer has not come yet. */
export const Waiting: Story = told({line: silent}, unsettled);
/** Every decision and every progress. */
export const List: Story = story(all());
export const ListInEnglish: Story = story(all('en'), english);
export const ListAndDark: Story = story(all(), dark);
/** The filters fold into one button. */
export const ListOnAPhone: Story = story(all(), phone);
export const FiltersUnfolded: Story = story(all(), {...phone, play: async (context) => {
  await settled(context);
  await userEvent.click(await there(context, '.fold'));
}});
/** Narrowed down to what was accepted. */
export const Filtered: Story = story(all(), {play: async (context) => {
  await settled(context);
  await there(context, 'option[value=accepted]');
  await userEvent.selectOptions(await there(context, '.filter select'), 'accepted');
  await waitFor(async () => { await expect(root(context)?.querySelectorAll('.card')).toHaveLength(2); }, {timeout: 5000});
}});
/** Words in another form find it too. */
export const Searched: Story = story(all(), {play: async (context) => {
  await settled(context);
  await userEvent.type(await there(context, '#q'), 'الدَّرّاجة{Enter}');
  await waitFor(async () => { await expect(root(context)?.querySelectorAll('.card')).toHaveLength(1); }, {timeout: 5000});
}});
export const NoMatch: Story = story(all(), {play: async (context) => {
  await settled(context);
  await userEvent.type(await there(context, '#q'), 'بركان{Enter}');
  await there(context, '.notice:not([hidden])');
}});
/** Nothing has been published yet. */
export const Empty: Story = story(async () => undefined);
/** The API cannot be reached: the page's own words stay. */
export const Offline: Story = told({line: cut}, unsettled);

/** It was received, and is open. */
export const One: Story = story(alone(0), {play: one});
export const OneInEnglish: Story = story(alone(0, 'en'), {...english, play: one});
export const OneOnAPhone: Story = story(alone(2), {...phone, play: one});
export const UnderReview: Story = story(alone(1), {play: one});
export const AcceptedAndInProgress: Story = story(alone(2), {play: one});
export const AcceptedAndDark: Story = story(alone(2), {...dark, play: one});
/** Answered by name and role, decided, and done. */
export const AnsweredAndDone: Story = story(alone(3), {play: one});
export const AnsweredAndDoneInEnglish: Story = story(alone(3, 'en'), {...english, play: one});
export const PartlyAccepted: Story = story(alone(4), {play: one});
export const NotAccepted: Story = story(alone(5), {play: one});
export const Transferred: Story = story(alone(6), {play: one});
export const Expired: Story = story(alone(7), {play: one});
export const Merged: Story = story(async (server) => {
  const [into = '', from = ''] = await everyState(server, 'ar');
  await merge(server, from, into);
  return {reference: from};
}, {play: one});
/** The due day has passed, and that is said plainly. */
export const Late: Story = story(async (server) => {
  const [reference = ''] = await everyState(server, 'ar');
  server.clock.set('2026-11-29T08:00:00Z');
  return {reference};
}, {play: one});
/** The answer is due today. */
export const DueToday: Story = story(async (server) => {
  const [reference = ''] = await everyState(server, 'ar');
  server.clock.set('2026-11-22T08:00:00Z');
  return {reference};
}, {play: one});
/** Enough people support it. */
export const ThresholdReached: Story = story(async (server) => {
  await form(server, {...ideas, supportsNeeded: 1});
  return {reference: await proposal(server, {title: 'مواقف للدراجات', text: 'قرب كل مدرسة.', categoryId: 'roads', answers: {terms: true}})};
}, {play: async (context) => {
  await one(context);
  await userEvent.click(await part(context, 'support'));
  await waitFor(() => expect(inside(context).getByText('اكتمل عدد المؤيّدين')).toBeVisible(), {timeout: 5000});
}});
/** Removed by moderators: the reason, and no word of it. */
export const Removed: Story = story(async (server) => {
  const [reference = ''] = await everyState(server, 'ar');
  await official(server, reference, 'visibility', {visibility: 'removed', reason: 'spam'});
  return {reference};
}, {play: one});
/** Many updates: older ones are read when asked. */
export const LongHistory: Story = story(async (server) => {
  const [reference = ''] = await everyState(server, 'ar');
  for (let percent = 4; percent <= 96; percent += 4) await official(server, reference, 'progress', {progress: 'in-progress', percent});
  for (const [what, body, method] of answer('أُنجز الجزء الأكبر من العمل.')) await official(server, reference, what, body, method);
  return {reference};
}, {play: one});
/** Following: what becomes of the address is said where it is given. */
export const Following: Story = story(alone(0), {play: async (context) => {
  await one(context);
  await userEvent.click(await there(context, '#follow'));
  await there(context, '#email');
}});
export const FollowingAsked: Story = story(alone(0), {play: async (context) => {
  await one(context);
  await userEvent.click(await there(context, '#follow'));
  await userEvent.type(await there(context, '#email'), 'salma@example.org{Enter}');
  await there(context, '#sent');
}});
/** Reporting: a reason, and words beside it. */
export const Reporting: Story = story(alone(0), {play: async (context) => {
  await one(context);
  await userEvent.click(await there(context, '#report'));
  await there(context, '#reason');
}});
export const Reported: Story = story(alone(0, 'en'), {...english, play: async (context) => {
  await one(context);
  await userEvent.click(await there(context, '#report'));
  await userEvent.click(await there(context, '[part=panel] .primary'));
  await there(context, '#reported');
}});
/** Reading works, but the line is cut before the support is sent. */
export const ReadingOnly: Story = story(alone(0), {play: async (context) => {
  await one(context);
  await userEvent.click(await part(context, 'support'));
}}, readOnly);
/** There is no such proposal. */
export const Unknown: Story = story(async () => ({reference: '4831-7290-5673'}));

export const LookUp: Story = story(all(), {play: lookUp});
export const LookUpInEnglish: Story = story(all('en'), {...english, play: lookUp});
export const LookUpOnAPhone: Story = story(all(), {...phone, play: lookUp});
/** A digit must be wrong: nothing is asked of the server. */
export const LookUpMistyped: Story = story(all(), {play: typed('4831-7290-5674')});
/** A wrong number, a wrong code and what is hidden sound alike. */
export const LookUpInVain: Story = story(all(), {play: typed('٤٨٣١ ٧٢٩٠ ٥٦٧٣')});

/** You said, we did. */
export const Outcomes: Story = story(outcomes());
export const OutcomesInEnglish: Story = story(outcomes('en'), english);
export const OutcomesOnAPhone: Story = story(outcomes(), phone);
export const OutcomesAndDark: Story = story(outcomes(), dark);
export const NoOutcomesYet: Story = story(async () => ({view: 'outcomes'}));
