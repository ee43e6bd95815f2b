import {checkProgress} from '../domain/decision.ts';
import {changeOfSuggestion} from '../staff/change-suggestion.ts';
import type {StaffWrite} from './operation.ts';

export const setProgress: StaffWrite<'setProgress'> = {
  kind: 'staff-write',
  prepare: (asked) => changeOfSuggestion(asked, `progress ${asked.body.progress}`, (row) => {
    const {progress, percent = null} = asked.body;
    checkProgress(row, asked.body);
    if (row.progress === progress && row.percent === percent) return undefined;
    return {change: {progress, percent}, updates: [{kind: 'progress', public: true, content: {progress: {state: progress, percent}}}]};
  }),
};
