/** Questions about a discussion that can be answered by thinking alone. */
import type {Schema} from '@shurkum/contract';

export type Comment = Schema<'Comment'>;
export type CommentPage = Schema<'CommentPage'>;
export type MyComment = Schema<'MyComment'>;
export type MyComments = Schema<'MyComments'>;
export type ThreadView = Schema<'ThreadView'>;
/** A comment where it stands: what it answers, unless that is directly above; and, where it is mine, my own view of it. */
export type Placed = {comment: Comment; answered: Comment | null; mine: MyComment | undefined};
/** A top-level comment with the replies that are here and the cursor to the next ones. */
export type Branch = Placed & {replies: Placed[]; next: string | null};

const unseen = (known: Set<string>) => ({id}: Comment) => !known.has(id) && !!known.add(id);

/** Pages in a row without what the one before already had: a comment may move between two reads. */
export function joined(pages: readonly CommentPage[]): Comment[] {
  return pages.flatMap(({items}) => items).filter(unseen(new Set()));
}

/** What of mine the public list may not have: waiting, refused, removed; and what I have just sent. */
export const onlyMine = (mine: readonly MyComment[], sent: ReadonlySet<string>): MyComment[] =>
  mine.filter(({comment}) => comment.state === 'held' || comment.state === 'rejected' || comment.state === 'removed' || sent.has(comment.id));

/** Puts my own replies that the list lacks directly under what they answer. */
function withMine(replies: readonly Comment[], top: Comment, mine: readonly MyComment[]): Comment[] {
  const list = [...replies];
  for (const {comment} of [...mine].reverse()) {
    const at = list.findIndex(({id}) => id === comment.parentId);
    const answers = at >= 0 || comment.parentId === top.id;
    if (answers && !list.some(({id}) => id === comment.id)) list.splice(at >= 0 ? at + 1 : list.length, 0, comment);
  }
  return list;
}

function placed(list: readonly Comment[], top: Comment, mine: ReadonlyMap<string, MyComment>): Placed[] {
  return list.map((comment, index) => {
    const above = list[index - 1] ?? top;
    const direct = comment.parentId === top.id || comment.parentId === above.id;
    return {comment, mine: mine.get(comment.id), answered: direct ? null : list.find(({id}) => id === comment.parentId) ?? null};
  });
}

/** What was read behind the first page: pages of comments, and of replies by top-level comment. */
export type Further = {pages: readonly CommentPage[]; replies: ReadonlyMap<string, readonly CommentPage[]>};

export type Loaded = {
  /** Pages of top-level comments, the first one first. */
  pages: readonly CommentPage[];
  /** Further pages of replies, by top-level comment. */
  replies: ReadonlyMap<string, readonly CommentPage[]>;
  mine: readonly MyComment[];
  sent: ReadonlySet<string>;
};

/** The discussion as it is drawn. My own waiting comments stand first: that is where their author looks for them. */
export function branches({pages, replies, mine, sent}: Loaded): Branch[] {
  const byId = new Map(mine.map((one) => [one.comment.id, one]));
  const listed = joined(pages);
  const extra = onlyMine(mine, sent);
  const known = new Set(listed.map(({id}) => id));
  const answers = new Set<string>();
  const drawn = listed.map((top): Branch => {
    const more = replies.get(top.id) ?? [];
    const first = top.replies ? [top.replies, ...more] : more;
    const list = withMine(joined(first), top, extra);
    list.forEach(({id}) => answers.add(id));
    return {comment: top, answered: null, mine: byId.get(top.id), replies: placed(list, top, byId), next: first.at(-1)?.nextCursor ?? null};
  });
  const alone = extra.filter(({comment}) => !known.has(comment.id) && !answers.has(comment.id))
    .map((one): Branch => ({comment: one.comment, answered: null, mine: one, replies: [], next: null}));
  return [...alone, ...drawn];
}

/** The discussion from what was read of it, what is pinned before all else; `missing`: whether something stands there that is gone. */
export function drawing({thread, comments}: ThreadView, pages: readonly CommentPage[], replies: Loaded['replies'], sent: Loaded['sent'], mine: MyComments | null | undefined) {
  const list = branches({pages: [{items: thread.pinned, nextCursor: null}, comments, ...pages], replies, sent, mine: mine?.items ?? []});
  return {list, supports: new Set(mine?.supports), missing: list.some((top) => [top, ...top.replies].some(({comment}) => gone(comment)))};
}

/** A pure function that remembers its last answer, so that what is drawn from it can stay. */
export function kept<Given extends unknown[], Made>(make: (...given: Given) => Made): (...given: Given) => Made {
  let last: {given: Given; made: Made} | undefined;
  return (...given) => {
    if (!last?.given.every((one, at) => one === given[at])) last = {given, made: make(...given)};
    return last.made;
  };
}

let graphemes: Intl.Segmenter | undefined;
const first = (word: string | undefined): string => {
  graphemes ??= new Intl.Segmenter();
  return graphemes.segment(word ?? '')[Symbol.iterator]().next().value?.segment ?? '';
};

/** One or two letters that stand for a name; a letter with its marks counts as one. */
export function initials(name: string): string {
  const [one, ...others] = name.trim().split(/\s+/).map((word) => word.replace(/^ال(?=.)/, ''));
  const letters = [one, others.at(-1)].map(first).filter(Boolean);
  // Arabic letters would join into a word that nobody meant.
  return letters.join(/\p{Script=Arabic}/u.test(name) ? '\u200C' : '').toUpperCase();
}

/** The thread's id where the page gave none: its canonical address without scheme and fragment. */
export function addressAsId(canonical: string): string {
  const {host, pathname, search} = new URL(canonical);
  return `${host}${pathname}${search}`.normalize('NFC').slice(0, 512);
}

export const gone = ({state}: Comment): boolean => state === 'removed' || state === 'withdrawn';
