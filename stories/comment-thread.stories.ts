import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {setThread} from '@shurkum/server';
import '@shurkum/widgets/comment-thread';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import {fullThread, removedThread, said, thread} from './support/scenes.ts';
import {cut, inside, readOnly, settled, silent, told, unsettled} from './support/stage.ts';
import type {Stage} from './support/stage.ts';

type Args = {sort: 'newest' | 'oldest' | 'most-supported'; noReplies: boolean; pageSize: number};
type Story = StoryObj<Args>;

const english: Story = {globals: {language: 'en'}};

/** Somebody writes a comment and sends it. */
const write = (words: string): NonNullable<Story['play']> => async (context) => {
  await settled(context);
  const talk = inside(context);
  await userEvent.type(talk.getAllByRole('textbox')[0]!, words);
  await userEvent.click(talk.part('submit'));
};
const written = (words: string): NonNullable<Story['play']> => async (context) => {
  await write(words)(context);
  await waitFor(() => expect(inside(context).getByText(words)).toBeTruthy(), {timeout: 5000});
};

const meta: Meta<Args> = {
  title: 'Comment thread',
  component: 'shurkum-comment-thread',
  argTypes: {sort: {control: 'inline-radio', options: ['newest', 'oldest', 'most-supported']}, noReplies: {control: 'boolean'}, pageSize: {control: 'number'}},
  args: {sort: 'newest', noReplies: false, pageSize: 20},
  render: ({sort, noReplies, pageSize}, {loaded}) => html`
    <shurkum-comment-thread api=${(loaded['stage'] as Stage).api} thread-id=${thread} sort=${sort} ?no-replies=${noReplies} page-size=${pageSize}>
      <p>يظهر الحوار هنا. <bdi lang="en">The discussion appears here.</bdi></p>
    </shurkum-comment-thread>`,
};
export default meta;

const threads = {state: 'open', policy: null, accept: ['.+']} as const;

/** The answer has not come yet. */
export const Waiting: Story = told({line: silent}, unsettled);
/** Nobody has said anything. */
export const Empty: Story = told({});
/** A few comments, all of one page. */
export const Open: Story = told({scene: said(3)});
export const OpenInEnglish: Story = told({scene: said(3)}, english);
/** Replies, support, a pinned comment with the authority's answer, one that was removed. */
export const Full: Story = told({scene: fullThread});
export const FullInEnglish: Story = told({scene: fullThread}, english);
export const FullAndDark: Story = told({scene: fullThread}, {globals: {scheme: 'dark'}});
export const FullOnAPhone: Story = told({scene: fullThread}, {globals: {viewport: {value: 'phone', isRotated: false}}});
/** A comment that moderators removed, with what was replied to it. */
export const Removed: Story = told({scene: removedThread});
/** More than a page: the rest is fetched on demand. */
export const ManyPages: Story = told({scene: said(25)}, {args: {pageSize: 10}});
/** A thread without a box to reply in. */
export const WithoutReplies: Story = told({scene: fullThread}, {args: {noReplies: true}});
/** What is written here is reviewed before it is published. */
export const PreModerated: Story = told({options: {space: {threads: {...threads, state: 'pre-moderated'}}}});
/** I have written, and only I see it until it has been reviewed. */
export const Held: Story = told({options: {space: {threads: {...threads, state: 'pre-moderated'}}}}, {play: written('أقترح نشر البيانات كل شهر.')});
/** I have written, and everyone sees it. */
export const Written: Story = told({scene: said(2)}, {play: written('أقترح نشر البيانات كل شهر.')});
/** Nothing more can be said; everything can be read. */
export const Closed: Story = told({scene: async (set) => {
  await said(3)(set);
  await setThread(set.server.services, 'default', thread, {state: 'closed'});
}});
/** Reading works, but the line is cut before anything is written. */
export const ReadingOnly: Story = told({scene: said(2), line: readOnly}, {play: write('أقترح نشر البيانات كل شهر.')});
/** The API cannot be reached: the page's own words stay. */
export const Offline: Story = told({line: cut}, unsettled);
/** An id that this space does not accept. */
export const Unknown: Story = told({options: {space: {threads: {...threads, accept: ['elsewhere/.+']}}}});
