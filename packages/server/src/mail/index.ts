/** The post office at work: rounds one after another until it is stopped, with longer pauses while nothing can be sent. */
import {postOffice} from './post-office.ts';
import type {PostOfficeOptions} from './post-office.ts';

export {postOffice} from './post-office.ts';
export type {PostOffice, PostOfficeOptions} from './post-office.ts';
export type {Mail, Mailer} from './mailer.ts';
export {Refused} from './mailer.ts';

const pauseAtMost = 60_000;

/** `every`: how long a pause is (milliseconds). Gives how to stop, which waits for what is on its way, but no longer than it is told. */
export function openPostOffice(options: PostOfficeOptions, every = 2000): (patience: number) => Promise<void> {
  const {round} = postOffice(options);
  let stopped = false, failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();
  const next = () => {
    running = round(() => stopped).catch(() => false).then((reached) => {
      failures = reached ? 0 : failures + 1;
      if (stopped) return;
      timer = setTimeout(next, Math.min(every * 2 ** failures, pauseAtMost));
      timer.unref();
    });
  };
  next();
  return async (patience) => {
    stopped = true;
    clearTimeout(timer);
    let impatience: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([running, new Promise((resolve) => { impatience = setTimeout(resolve, patience); })]);
    clearTimeout(impatience);
    options.mailer?.close();
  };
}
