import '@shurkum/widgets/comment-count';
