import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { earlyScriptModule } from './scripts/early-script.js';
import { eagerChunks } from './scripts/eager-chunks.ts';
import { rooms } from './scripts/vite-rooms.ts';

/**
 * Few files instead of many small ones: a request costs more than its bytes on a slow line, and each one takes time
 * from the first paint.
 */
const CHUNKS = [
	{
		// On every page: the framework without what binds fields, which few pages do, and what the outer layout is made of.
		name: 'base',
		test: /node_modules\/(svelte(?!\/src\/(reactivity\/|internal\/client\/dom\/elements\/bindings\/(select|input|size|window|universal|props)))|@sveltejs\/kit|devalue|esm-env|clsx)\/|preload-helper|src\/lib\/i18n\/(plain-translator|page-translator|context)|src\/lib\/ui\/(layout\/(Site|Theme|Language|Wordmark|PlumbLine)|forms\/FileDrop|charts\/PriorityMark)|src\/lib\/state\/local-settings|src\/lib\/core\/languages|routes\/.lang=lang.\/links/,
		priority: 2
	},
	{
		// What most pages of an assessment share; never what checks files and messages, which brings the validator along.
		name: 'assessment',
		test: /src\/lib\/(?!.*(?:schema|zod|parse-assessment|parse-report-file|\/room\/))(core\/|state\/|storage\/|i18n\/dates|ui\/(feedback\/|forms\/TextField))|node_modules\/idb\//,
		minShareCount: 5,
		priority: 1
	}
];

/** Their functions run as soon as they have arrived: compiling them all at once, off the main thread, saves it the time. */
const EAGER =
	/svelte\/src\/internal\/client\/runtime|state\/(assessment-session|choices)|AssessmentFrame\.svelte|QuestionItem\.svelte/;

export default defineConfig({
	plugins: [rooms(), sveltekit(), svelteTesting(), earlyScriptModule(), eagerChunks(EAGER)],
	worker: { format: 'es' },
	build: { target: 'es2022', rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } } },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts', 'scripts/**/*.test.ts'],
					exclude: ['src/**/*.component.test.ts'],
					environment: 'node'
				}
			},
			{
				extends: true,
				test: {
					name: 'component',
					include: ['src/**/*.component.test.ts'],
					environment: 'jsdom',
					setupFiles: ['tests/helpers/component-setup.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'e2e',
					include: ['tests/e2e/**/*.test.ts'],
					environment: 'node',
					globalSetup: ['tests/e2e/global-setup.ts'],
					testTimeout: 120_000,
					hookTimeout: 60_000,
					// Two cores: a second browser at a time only slows the first one down.
					fileParallelism: false
				}
			},
			{
				extends: true,
				test: {
					name: 'live',
					include: ['tests/live/**/*.test.ts'],
					environment: 'node',
					globalSetup: ['tests/live/global-setup.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000,
					fileParallelism: false
				}
			}
		]
	}
});
