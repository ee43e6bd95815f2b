import '@shurkum/widgets/proposal-tracker';
