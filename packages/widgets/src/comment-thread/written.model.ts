/** A text as the contract takes it: whatever a word processor pastes as a line break is one, other controls are left out. */
export const written = (text: string): string => text.replace(/[\v\f\u0085\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\t\n\r]/gu, '');
