#!/usr/bin/env node
// Serves the built app: rooms by the plain handler in dist/live/, then SvelteKit's handler behind the headers that a
// static page cannot carry itself.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { admit } from './guard.js';

for (const file of ['../build/handler.js', '../dist/live/main.js'])
	if (!existsSync(fileURLToPath(new URL(file, import.meta.url)))) {
		console.error('The app is not built yet. Run "npm run build" first.');
		process.exit(1);
	}
const [{ handler }, { serve }] = await Promise.all([
	import('../build/handler.js'),
	import('../dist/live/main.js')
]);
await serve(
	(request, response) => {
		if (admit(request, response)) handler(request, response);
	},
	new URL('../dist/live/store-worker.js', import.meta.url)
);
