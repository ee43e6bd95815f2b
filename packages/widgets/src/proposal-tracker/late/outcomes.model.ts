import type {Schema} from '@shurkum/contract';

export type Outcomes = Schema<'Outcomes'>;
/** The words of what a file and a table show alike. */
export type Labels = {received: string; answered: string; onTime: string; median: string; decision: (state: string) => string; progress: (state: string) => string};

/** The numbers as rows of a file, the first of them its head. */
export const rows = ({received, answered, onTime, medianDays, decisions, progress}: Outcomes, labels: Labels): (string | number | null)[][] => [
  ['measure', 'code', 'label', 'number'],
  ['total', 'received', labels.received, received], ['total', 'answered', labels.answered, answered],
  ['total', 'on_time', labels.onTime, onTime], ['total', 'median_working_days', labels.median, medianDays],
  ...decisions.map(({state, count}) => ['decision', state, labels.decision(state), count]),
  ...progress.map(({state, count}) => ['progress', state, labels.progress(state), count]),
];

/** What part of the whole it is; nothing of nothing is nothing. */
export const share = (some: number, whole: number): number => (whole ? some / whole : 0);
