import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** One entry per folder: which way imports may not go; the message teaches the rule. */
const mayNot = (folder, regex, message) => ({
	files: [`src/lib/${folder}/**`],
	ignores: ['**/*.test.ts', '**/testing.ts'],
	rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] }
});

export default ts.config(
	{ ignores: ['build/', 'dist/', '.svelte-kit/', 'static/', 'node_modules/', '.cache/', 'bench/**/dist/'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-console': 'error',
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }
			],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/ban-ts-comment': 'error',
			// Addresses of this app are written with the language in front and a slash at the end; links are checked in the browser tests.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } }
	},
	{ files: ['scripts/**', 'bin/**', 'bench/**', 'tests/**'], rules: { 'no-console': 'off' } },
	// Cleaning and breaking text is about exactly these characters.
	{
		files: ['src/lib/report/text/**', 'src/lib/report/testing/**'],
		rules: { 'no-control-regex': 'off', 'no-misleading-character-class': 'off' }
	},
	{ files: ['src/early.js'], rules: { 'no-var': 'off' } },
	mayNot(
		'core',
		'^(\\$|node:|svelte|@sveltejs|jspdf|i18next|idb)|/(report|i18n|storage|state|client|crypto|ui|server|cli)/',
		'core depends on zod and yaml only: pass the value in, or move the code outwards.'
	),
	mayNot(
		'report',
		'^(\\$|svelte|@sveltejs|i18next|idb)|/(i18n|storage|state|client|crypto|ui|server|cli)/',
		'report imports core only: words come in as a translate function, files as bytes.'
	),
	mayNot(
		'i18n',
		'^(\\$(?!app)|node:|jspdf|idb)|/(report|storage|state|client|crypto|ui|server|cli)/',
		'i18n imports core only; state puts it together with the rest.'
	),
	mayNot(
		'storage',
		'^(\\$|node:|svelte|@sveltejs|jspdf|i18next)|/(report|i18n|state|client|crypto|ui|server|cli)/',
		'storage imports core only; state puts it together with the rest.'
	),
	mayNot(
		'client',
		'^(node:|svelte|@sveltejs|jspdf|idb)|/(report|i18n|storage|state|ui|server|cli)/',
		'client reads this app’s own JSON and imports core only.'
	),
	mayNot('state', '^(node:|jspdf)|/(ui|server|cli)/', 'state never imports ui, server or cli.'),
	mayNot(
		'ui',
		'^(node:|jspdf|idb)|/(storage|server|cli)/',
		'ui reads and changes data through state; nothing in the browser imports server.'
	),
	mayNot(
		'server',
		'^(svelte$|jspdf|idb)|/(report|storage|state|ui|cli)/',
		'server imports core and i18n only.'
	),
	mayNot('cli', '^(svelte$|@sveltejs|idb)|/(storage|ui)/', 'cli uses core and report without a browser.')
);
