/**
 * Loads a widget when its tag appears in the document, now or later, and nothing before. A tag inside another
 * component's shadow root is not seen: that page names the widget's own entry.
 */
const entries: Record<string, () => Promise<unknown>> = {
  'shurkum-comment-thread': () => import('./comment-thread.ts'),
  'shurkum-comment-count': () => import('./comment-count.ts'),
  'shurkum-poll-card': () => import('./poll-card.ts'),
  'shurkum-proposal-tracker': () => import('./proposal-tracker.ts'),
  'shurkum-suggestion-form': () => import('./suggestion-form.ts'),
};
const waiting = new Set(Object.keys(entries));

function load(tag: string): void {
  waiting.delete(tag);
  entries[tag]?.().catch(() => { waiting.add(tag); });
}

function look(): void {
  for (const tag of waiting) if (document.getElementsByTagName(tag).length) load(tag);
  if (!waiting.size) observer.disconnect();
}

const observer = new MutationObserver(look);
observer.observe(document.documentElement, {childList: true, subtree: true});
look();
