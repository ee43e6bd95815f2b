import '@shurkum/widgets/poll-card';
