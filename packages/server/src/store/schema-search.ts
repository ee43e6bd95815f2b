/** The tables of what is counted. The index of words is no table of the query builder: each database has its own. */

/** In how many proposals that can be found a word stands; under the empty word, how many there are. */
export type WordCountTable = {space: string; word: string; proposals: number};

/** Published proposals by what they are filtered by; an empty text stands for none. */
export type ProposalCountTable = {space: string; category: string; agency: string; decision: string; progress: string; proposals: number};

/** Answered ones by the working days it took; -1 where that is not known. */
export type AnswerCountTable = {space: string; category: string; agency: string; days: number; proposals: number; on_time: number};

/** The sum over the shards changes with whatever a list of proposals shows. Several, so that writers do not stand in one line. */
export type ProposalsVersionTable = {space: string; shard: number; version: number};
