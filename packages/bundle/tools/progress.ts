/** One line a step: what is being done, then how long it took. Quiet where nobody watches a terminal of progress. */
export type Progress = <T>(what: string, act: () => Promise<T>) => Promise<T>;

export const printed: Progress = async (what, act) => {
  const from = performance.now();
  process.stdout.write(`  ${what} … `);
  try {
    const result = await act();
    process.stdout.write(`${((performance.now() - from) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (failure) {
    process.stdout.write('failed\n');
    throw failure;
  }
};

export const silent: Progress = (_what, act) => act();
