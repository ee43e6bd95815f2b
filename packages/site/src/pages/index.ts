/** The demonstration pages, drawn once at start, with the headers of a page that trusts nothing it did not name. */
import {file} from '../files.ts';
import type {File} from '../files.ts';
import {blogPage} from './blog.ts';
import {indexPage} from './index-page.ts';
import type {Markup} from './layout.ts';
import {portalPage} from './portal.ts';
import {proposalsPage} from './proposals.ts';

/** The policy under which the widgets must work (no `unsafe-…`, no inline style); kept here as a standing proof. */
export const contentSecurityPolicy = [
  "default-src 'none'", "script-src 'self'", "connect-src 'self'", "style-src 'self'", "img-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'", 'trusted-types lit-html',
].join('; ');

const headers = {
  'cache-control': 'no-cache',
  'content-security-policy': contentSecurityPolicy,
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
};

export async function pageFiles(origin: string): Promise<Map<string, File>> {
  const pages: [string, Markup][] = [
    ['/', indexPage(origin)],
    ['/demo/blog-ar.html', blogPage('ar')], ['/demo/blog-en.html', blogPage('en')],
    ['/demo/portal-ar.html', portalPage('ar')], ['/demo/portal-en.html', portalPage('en')],
    ['/demo/proposals-ar.html', proposalsPage('ar')], ['/demo/proposals-en.html', proposalsPage('en')],
  ];
  const drawn = await Promise.all(pages.map(async ([path, page]) => [path, Buffer.from(String(await page))] as const));
  return new Map(drawn.map(([path, bytes]) => [path, file('page.html', bytes, headers)]));
}
