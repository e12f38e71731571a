// Bundles the server of rooms into dist/live/: its main part and its store's thread. A database's own code is a
// chunk of its own, loaded only when that database is chosen.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const OUT = 'dist/live';
rmSync(OUT, { recursive: true, force: true });
await build({
	entryPoints: ['src/lib/server/live/main.ts', 'src/lib/server/live/store/store-worker.ts'],
	outdir: OUT,
	entryNames: '[name]',
	bundle: true,
	splitting: true,
	platform: 'node',
	format: 'esm',
	target: 'node22.13',
	external: ['pg-native', 'cloudflare:sockets', 'pg-cloudflare'],
	// The PostgreSQL client is CommonJS and asks for `require`.
	banner: {
		js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);"
	},
	legalComments: 'none',
	logLevel: 'error'
});
