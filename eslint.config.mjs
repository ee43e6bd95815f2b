import tseslint from 'typescript-eslint';
import {configs as lit} from 'eslint-plugin-lit';
import {configs as wc} from 'eslint-plugin-wc';
import house from './test/lint/house-rules.mjs';

const widgets = ['packages/{core,widgets}/src/**/*.ts'];
const tests = ['**/*.test.ts', 'test/**/*.ts', 'stories/**/*.ts', '.storybook/*.ts'];
const source = ['packages/*/{src,tools}/**/*.ts'];

export default tseslint.config(
  {ignores: ['**/generated/**', '**/dist/**', 'node_modules/**', 'storybook-static/**', 'coverage/**']},
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({...config, files: ['**/*.ts']})),
  {
    files: ['**/*.ts'],
    languageOptions: {parserOptions: {projectService: true}},
    plugins: {house},
    rules: {
      'max-lines': ['error', {max: 400}],
      'max-depth': ['error', 3],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      'house/listed-imports': 'error',
      'house/no-html-sinks': 'error',
    },
  },
  {
    files: source,
    rules: {
      'max-lines': ['error', {max: 250}],
      'max-lines-per-function': ['error', {max: 40, skipComments: true, skipBlankLines: true}],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {files: ['packages/{core,widgets,server,site,bundle}/src/**/*.ts'], ignores: tests, rules: {'house/fetch-door': 'error'}},
  {files: widgets, ...lit['flat/recommended']},
  {files: widgets, ...wc['flat/recommended']},
  {files: widgets, ignores: tests, rules: {'house/logical-css': 'error', 'house/token-door': 'error', 'house/locale-door': 'error', 'house/names-agree': 'error', 'house/said-words': 'error'}},
  {
    files: tests,
    rules: {
      'max-lines-per-function': 'off', 'max-lines': ['error', {max: 400}],
      '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off', '@typescript-eslint/no-unsafe-call': 'off', '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['packages/contract/tools/**'],
    rules: {'@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off', '@typescript-eslint/no-unsafe-return': 'off', '@typescript-eslint/no-unsafe-call': 'off'},
  },
);
