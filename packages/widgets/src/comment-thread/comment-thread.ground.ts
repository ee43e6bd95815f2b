import type {Client} from '@shurkum/client';
import type {Reader} from '@shurkum/core/task-views';
import type {LitElement} from 'lit';
import type {ThreadView} from './comment-thread.model.ts';

/** The thread as it is known to who takes part in it. */
export type Ground = {
  element: LitElement;
  client: () => Client;
  /** Thread and API, and where its drafts lie. */
  id: () => string;
  path: (place: string) => string[];
  reader: () => Reader;
  reviewed: () => boolean;
  /** Nobody is known who may take part here. */
  stranger: () => boolean;
  /** The discussion as it is shown, and as it was read aside when others had written. */
  views: () => readonly [shown: ThreadView, now: ThreadView | undefined];
  changed: () => Promise<unknown>;
  readNews: () => Promise<unknown>;
  say: (words: () => string) => void;
};
