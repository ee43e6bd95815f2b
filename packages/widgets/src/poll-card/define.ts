import {PollCard} from './poll-card.ts';

// The first copy on a page wins; a second one is quiet.
if (!customElements.get('shurkum-poll-card')) customElements.define('shurkum-poll-card', PollCard);
