import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const tauriOnlyInItsFile = {
  group: ['@tauri-apps/*'],
  message: 'Only src/lib/backend/tauri.ts talks to the shell; everything else takes a Backend.',
};

export default ts.config(
  { ignores: ['dist', 'src/bindings'] },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'vite.config.ts'] },
        extraFileExtensions: ['.svelte'],
      },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'import-x/no-cycle': 'error',
      'no-restricted-imports': ['error', { patterns: [tauriOnlyInItsFile] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      'svelte/button-has-type': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'svelte/no-unused-props': 'error',
      'svelte/prefer-writable-derived': 'error',
      'svelte/no-inline-styles': ['error', { allowTransitions: true }],
    },
  },
  {
    // Tiers: components draw what sessions own; sessions know neither components nor the shell.
    files: ['src/lib/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            tauriOnlyInItsFile,
            { group: ['**/components/**', '**/dev/**'], message: 'lib stands below components.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/lib/backend/tauri.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['src/components/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            tauriOnlyInItsFile,
            { group: ['**/backend/*', '**/dev/**'], message: 'Components ask the desk, not the backend.' },
          ],
        },
      ],
    },
  },
);
