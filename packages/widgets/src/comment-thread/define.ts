import {CommentThread} from './comment-thread.ts';

// The first copy on a page wins; a second one is quiet.
if (!customElements.get('shurkum-comment-thread')) customElements.define('shurkum-comment-thread', CommentThread);
