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
		// On every page: the framework, what the outer layout is made of, and small parts that would cost more alone.
		name: 'base',
		test: /node_modules\/(svelte|@sveltejs\/kit|devalue|esm-env|clsx)\/|preload-helper|src\/lib\/i18n\/(plain-translator|page-translator|context)|src\/lib\/ui\/(layout\/(Site|Theme|Language|Wordmark|PlumbLine)|forms\/FileDrop|charts\/PriorityMark)|src\/lib\/state\/local-settings|src\/lib\/core\/languages|routes\/.lang=lang.\/links/,
		priority: 2
	},
	{
		// What most pages of an assessment share. What fewer pages have stays out: the checks of files among it would
		// bring the validator into the first load.
		name: 'assessment',
		test: /src\/lib\/(core\/|state\/|storage\/|i18n\/dates|ui\/(feedback\/|forms\/TextField))|node_modules\/idb\//,
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
