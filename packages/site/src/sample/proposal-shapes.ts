import type {Schema} from '@shurkum/contract';

type LocalText = Schema<'LocalText'>;

/** What officials do with a sample proposal, `days` before or after the first start. */
export type SampleAct = {days: number} & (
  | {decision: Schema<'DecisionState'>; reason?: Schema<'DecisionReason'>; text?: string; agency?: string; transferredTo?: LocalText}
  | {progress: Schema<'ProgressState'>; percent?: number}
  | {answer: string; agency: string; role: LocalText}
  | {mergedInto: string; text: string; agency: string}
  | {assigned: string});

/** A proposal that somebody sent, and what became of it. */
export type SampleProposal = {
  /** How others of the sample name it. */
  id: string;
  days: number;
  name: string;
  title: string;
  text: string;
  category: string;
  place?: string;
  supports: number;
  comments?: [name: string, text: string][];
  acts?: SampleAct[];
};
