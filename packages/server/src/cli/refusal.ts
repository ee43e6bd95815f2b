/** Something the person at the terminal can put right: said in words, with the place, and without a stack. */
export class Refusal extends Error {}

/** A refusal that names where in which file. Lines and columns count from 1, as editors do. */
export const refusalAt = (file: string, line: number, message: string, column?: number): Refusal =>
  new Refusal(`${file}:${line}${column === undefined ? '' : `:${column}`}: ${message}`);
