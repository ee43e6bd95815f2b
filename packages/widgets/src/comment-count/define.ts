import {CommentCount} from './comment-count.ts';

// The first copy on a page wins; a second one is quiet.
if (!customElements.get('shurkum-comment-count')) customElements.define('shurkum-comment-count', CommentCount);
