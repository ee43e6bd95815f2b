import type {Source} from './locale.ts';

/** Where the words come from that only the tracker of proposals says. */
export const trackerWords: Source = {
  ar: [() => import('../../generated/locales/proposal-tracker-ar.ts'), () => import('../../generated/locales/late-proposal-tracker-ar.ts')],
};
