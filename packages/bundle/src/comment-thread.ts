import '@shurkum/widgets/comment-thread';
