/** One finding of a precompiled validator, in ajv's words. */
export type Finding = {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
};

/** A precompiled validator: true, or false with what it found first in `errors`. */
export type Validate = ((value: unknown) => boolean) & {errors?: Finding[] | null};
