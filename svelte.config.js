import adapter from '@sveltejs/adapter-node';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The one script of ours that stands inside the page (hooks.server.ts puts it there). */
const early = createHash('sha256').update(readFileSync('src/early.js', 'utf8')).digest('base64');

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ precompress: true }),
		// One request less before the first paint: styles travel inside the page (CSP by hash).
		inlineStyleThreshold: 200_000,
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', `sha256-${early}`],
				'style-src': ['self'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none']
			}
		},
		// Every address is absolute from the root, so that one page can be served below any other.
		paths: { relative: false },
		version: { pollInterval: 0 }
	}
};
