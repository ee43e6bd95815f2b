import type {Meta, StoryObj} from '@storybook/web-components-vite';
import '@shurkum/widgets/poll-card';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import {poll, polled} from './support/scenes.ts';
import type {PollSetting} from './support/scenes.ts';
import {cut, inside, readOnly, settled, silent, told, unsettled} from './support/stage.ts';
import type {Stage} from './support/stage.ts';

type Story = StoryObj;
const asked = (setting?: PollSetting, more?: Story): Story => told({scene: polled(setting)}, more);
const english: Story = {globals: {language: 'en'}};

/** Somebody chooses the second option and votes. */
const vote: NonNullable<Story['play']> = async (context) => {
  await settled(context);
  const card = inside(context);
  await userEvent.click(card.getAllByRole('radio')[1]!);
  await userEvent.click(card.part('submit'));
};
const counted: NonNullable<Story['play']> = async (context) => {
  await vote(context);
  await waitFor(() => expect(inside(context).getByRole('table')).toBeTruthy(), {timeout: 5000});
};

const meta: Meta = {
  title: 'Poll card',
  component: 'shurkum-poll-card',
  render: (_, {loaded}) => html`
    <shurkum-poll-card api=${(loaded['stage'] as Stage).api} poll-id=${poll}><p>يظهر الاستطلاع هنا. <bdi lang="en">The poll appears here.</bdi></p></shurkum-poll-card>`,
};
export default meta;

/** The answer has not come yet. */
export const Waiting: Story = told({line: silent}, unsettled);
/** It opens later. */
export const Scheduled: Story = asked({after: -24});
export const Single: Story = asked();
export const SingleInEnglish: Story = asked({}, english);
export const SingleAndDark: Story = asked({}, {globals: {scheme: 'dark'}});
export const SingleOnAPhone: Story = asked({}, {globals: {viewport: {value: 'phone', isRotated: false}}});
export const Multiple: Story = asked({kind: 'multiple'});
export const YesNoAbstain: Story = asked({kind: 'yes-no-abstain'});
export const Rating: Story = asked({kind: 'rating'});
export const Ranking: Story = asked({kind: 'ranking'});
export const Points: Story = asked({kind: 'points'});
/** I have voted: the results, with my choice among them. */
export const Voted: Story = asked({}, {play: counted});
export const VotedInEnglish: Story = asked({}, {...english, play: counted});
/** I have voted and may change it while the poll is open. */
export const VotedAndChangeable: Story = asked({changeable: true}, {play: counted});
/** I have voted; results come after closing. */
export const VotedAndHidden: Story = asked({resultRule: 'after-close'}, {play: async (context) => {
  await vote(context);
  await waitFor(async () => { await expect(inside(context).getByText('اختياركم')).toBeVisible(); await expect(inside(context).queryAllByRole('radio')).toHaveLength(0); }, {timeout: 5000});
}});
/** Everyone sees the results at any time. */
export const ResultsAlways: Story = asked({resultRule: 'always'});
/** Results are shown when the poll has closed. */
export const ResultsAfterClose: Story = asked({resultRule: 'after-close'});
/** Closed, with its results. */
export const Closed: Story = asked({after: 72});
export const ClosedInEnglish: Story = asked({after: 72}, english);
export const ClosedMultiple: Story = asked({kind: 'multiple', after: 72});
export const ClosedRating: Story = asked({kind: 'rating', after: 72});
export const ClosedRanking: Story = asked({kind: 'ranking', after: 72});
export const ClosedPoints: Story = asked({kind: 'points', after: 72});
/** Closed, and the authority has not released the results yet. */
export const ClosedAndUnreleased: Story = asked({after: 72, resultRule: 'manual'});
/** Fewer people answered than the poll asked for. */
export const QuorumMissed: Story = asked({after: 72, quorum: 100});
/** The authority has said what it decided. */
export const Answered: Story = asked({after: 72, outcome: true});
export const AnsweredInEnglish: Story = asked({after: 72, outcome: true}, english);
/** Nobody voted. */
export const NobodyVoted: Story = asked({after: 72, votes: 0});
/** Reading works, but the line is cut before the ballot is sent. */
export const ReadingOnly: Story = told({scene: polled(), line: readOnly}, {play: vote});
/** A vote without a choice says what is lacking. */
export const Lacking: Story = asked({}, {play: async (context) => {
  await settled(context);
  await userEvent.click(inside(context).part('submit'));
}});
/** The API cannot be reached: the page's own words stay. */
export const Offline: Story = told({line: cut}, unsettled);
/** There is no such poll. */
export const Unknown: Story = told({});
