import type {Schema} from '@shurkum/contract';

type LocalText = Schema<'LocalText'>;

/** What somebody says in a sample thread, when, and what became of it. */
export type Said = {
  /** Null: a guest who gave no name. */
  name: string | null;
  /** Hours before the first start. */
  hours: number;
  text: string;
  supports?: number;
  replies?: Said[];
  answer?: {hours: number; agency: LocalText; role: LocalText; text: string};
  pinned?: true;
  removed?: Schema<'ReasonCode'>;
};

export type SampleThread = {id: string; comments: Said[]};
