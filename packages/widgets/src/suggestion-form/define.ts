import {SuggestionForm} from './suggestion-form.ts';

// The first copy on a page wins; a second one is quiet.
if (!customElements.get('shurkum-suggestion-form')) customElements.define('shurkum-suggestion-form', SuggestionForm);
