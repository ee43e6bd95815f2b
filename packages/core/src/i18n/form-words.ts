import type {Source} from './locale.ts';

/** Where the words come from that only the suggestion form says. */
export const formWords: Source = {
  ar: [() => import('../../generated/locales/suggestion-form-ar.ts'), () => import('../../generated/locales/late-suggestion-form-ar.ts')],
};
