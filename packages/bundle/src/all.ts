/** Everything public, for a page that wants one line. */
export {configure} from '@shurkum/client';
import './comment-thread.ts';
import './comment-count.ts';
import './poll-card.ts';
import './proposal-tracker.ts';
import './suggestion-form.ts';
