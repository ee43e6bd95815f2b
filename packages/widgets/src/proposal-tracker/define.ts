import {ProposalTracker} from './proposal-tracker.ts';

// The first copy on a page wins; a second one is quiet.
if (!customElements.get('shurkum-proposal-tracker')) customElements.define('shurkum-proposal-tracker', ProposalTracker);
