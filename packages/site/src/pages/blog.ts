/** An executive's blog post with the number of comments under its title and the discussion below it. */
import {html} from 'hono/html';
import {document} from './layout.ts';
import type {Language, Markup} from './layout.ts';
import {post as arabic} from './blog-ar.ts';
import {post as english} from './blog-en.ts';

/** What a post says; the frame around it is the same in both languages. */
export type Post = {
  home: string;
  section: string;
  kind: string;
  title: string;
  deck: string;
  author: string;
  role: string;
  date: string;
  published: string;
  minutes: string;
  body: Markup;
  discussion: string;
  fallback: string;
  threadId: string;
};

const posts: Record<Language, Post> = {ar: arabic, en: english};
const others: Record<Language, string> = {ar: '/demo/blog-en.html', en: '/demo/blog-ar.html'};

export function blogPage(language: Language): Markup {
  const post = posts[language];
  const main = html`
  <article class="narrow article">
    <nav class="crumbs" aria-label="${post.section}"><ol><li><a href="/">${post.home}</a></li><li aria-current="page">${post.section}</li></ol></nav>
    <p class="kind">${post.kind}</p>
    <h1>${post.title}</h1>
    <p class="deck">${post.deck}</p>
    <div class="byline">
      <div class="who"><img class="seal" src="/demo/emblem.svg" alt="" width="40" height="40"><span><b>${post.author}</b><span>${post.role}</span></span></div>
      <time datetime="${post.date}">${post.published}</time>
      <span>${post.minutes}</span>
      <a href="#discussion"><shurkum-comment-count thread-id="${post.threadId}">${post.discussion}</shurkum-comment-count></a>
    </div>
    <div class="prose">${post.body}</div>
  </article>
  <section class="talk" id="discussion" aria-label="${post.discussion}">
    <div class="narrow"><div class="sheet">
      <shurkum-comment-thread thread-id="${post.threadId}"><p>${post.fallback}</p></shurkum-comment-thread>
    </div></div>
  </section>`;
  return document({language, title: post.title, description: post.deck, script: 'all.js', current: 'blog', other: others[language], main});
}
