import adapter from '@sveltejs/adapter-node';
import { createHash } from 'node:crypto';
import { earlyScript } from './scripts/early-script.js';

/** The one script of ours that stands inside the page (hooks.server.ts puts it there). */
const early = createHash('sha256').update(earlyScript()).digest('base64');

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
				// The one style attribute there is: SvelteKit's own, which hides its route announcer from sight.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				// For pages made on request, whose header replaces the one of bin/serve.js; it cannot stand inside a page.
				'frame-ancestors': ['none']
			}
		},
		prerender: {
			// `#a=…&q=…` says which assessment and which question is open; it names no element.
			handleMissingId: ({ id, message }) => {
				if (!id.includes('=')) throw new Error(message);
			}
		},
		// Every address is absolute from the root, so that one page can be served below any other.
		paths: { relative: false },
		version: { pollInterval: 0 }
	}
};
