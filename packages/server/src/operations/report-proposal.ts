import type {Schema} from '@shurkum/contract';
import {othersProposal} from '../acts/proposals.ts';
import {addReport} from '../store/proposal-reads.ts';
import type {Write} from './operation.ts';

export const reportProposal: Write<'reportProposal'> = {
  kind: 'write',
  prepare: ({space, person, path, body: {reason, note}}) => ({
    *act(now) {
      const {key} = yield* othersProposal(space, path.reference, person);
      yield* addReport.all({proposal: key, person: person.key, reason, note: note ?? null, now});
      const report: Schema<'Report'> = {reported: true};
      return {status: 201, json: JSON.stringify(report)};
    },
  }),
};
