import {html} from 'hono/html';
import type {Post} from './blog.ts';

export const post: Post = {
  home: 'Home',
  section: 'The chief executive’s blog',
  kind: 'Open data',
  title: 'Open data begins with your questions',
  deck: 'We have published data for years, but seldom asked which data you need, in what form, and what for. Today we open the conversation before the plan is written, not after.',
  author: 'The Chief Executive',
  role: 'Digital Participation Authority',
  date: '2026-11-16',
  published: '16 November 2026',
  minutes: 'A four-minute read',
  threadId: 'blog/2026-11-open-data-en',
  discussion: 'Comments',
  fallback: 'The discussion appears here once the page has loaded. You can also take part by writing to participation@authority.example.',
  body: html`
    <p>Whenever we meet researchers or the founders of young companies, we hear the same sentence in different words: “The data exists, but it never reaches us in a form we can use.” Some of it sits in files that only a person can read. Some arrives months late. And some we never knew anybody wanted.</p>
    <p>So this year we have turned the order around. The plan used to be written and then shown; now the questions come first. The data team reads everything that is said on this page, and next year’s publishing calendar is built on it.</p>
    <h2>What we would like to hear</h2>
    <ol>
      <li>Which missing data set makes a difference to your work, your studies or your everyday life?</li>
      <li>Which form suits you best: tables to download, a programming interface, or maps to explore?</li>
      <li>How often must it be brought up to date to stay useful?</li>
    </ol>
    <blockquote><p>Data nobody asks for is worth little, and a question we leave unanswered is our own fault.</p></blockquote>
    <h2>What happens after you comment</h2>
    <p>We commit to three things: every comment is read within two working days; where a question needs an answer, the authority concerned gives it in its own name; and at the end of the month we publish what we took up and what we did not, with the reasons.</p>
    <p>Disagreement is welcome, and so is criticism. We only ask that the discussion stays within the comment policy below, so that there is room for everyone.</p>`,
};
