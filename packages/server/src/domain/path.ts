/**
 * Where a reply stands in its conversation: the sequence numbers from below the top-level comment down to it, fixed
 * in width, so that the order of paths is the order of reading. Below the twentieth level a reply stands beside its
 * twentieth ancestor, which keeps the keys small at any depth.
 */
const width = 6;
const levels = 20;

export const pathBelow = (parentPath: string, seq: number): string =>
  parentPath.slice(0, (levels - 1) * width) + seq.toString(36).padStart(width, '0');
