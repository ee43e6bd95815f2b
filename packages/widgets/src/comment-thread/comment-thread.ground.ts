import type {Client} from '@shurkum/client';
import type {Reader} from '@shurkum/core/task-views';
import type {LitElement} from 'lit';

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
  /** How many comments others have published since the list was read. */
  news: () => number;
  changed: () => Promise<unknown>;
  readNews: () => Promise<unknown>;
  say: (words: () => string) => void;
};
