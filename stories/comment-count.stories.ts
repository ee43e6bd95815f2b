import type {Meta, StoryObj} from '@storybook/web-components-vite';
import '@shurkum/widgets/comment-count';
import {html} from 'lit';
import {said, thread} from './support/scenes.ts';
import {cut, silent, told, unsettled} from './support/stage.ts';
import type {Stage} from './support/stage.ts';

type Story = StoryObj;

const meta: Meta = {
  title: 'Comment count',
  component: 'shurkum-comment-count',
  render: (_, {loaded}) => html`
    <p><a href="#discussion"><shurkum-comment-count api=${(loaded['stage'] as Stage).api} thread-id=${thread}>التعليقات · Comments</shurkum-comment-count></a></p>`,
};
export default meta;

/** The page's own words stay until the number is known. */
export const Waiting: Story = told({line: silent}, unsettled);
export const None: Story = told({});
export const One: Story = told({scene: said(1)});
export const Two: Story = told({scene: said(2)});
/** 3 to 10 have a form of their own in Arabic. */
export const Few: Story = told({scene: said(3)});
/** So have 11 to 99. */
export const Many: Story = told({scene: said(11)});
export const ManyInEnglish: Story = told({scene: said(11)}, {globals: {language: 'en'}});
/** The API cannot be reached: the page's own words stay. */
export const Offline: Story = told({line: cut}, unsettled);
