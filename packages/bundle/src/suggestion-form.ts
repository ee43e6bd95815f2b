import '@shurkum/widgets/suggestion-form';
