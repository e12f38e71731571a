// Bundles the command line into dist/plumbline.js, so that `npx plumbline` needs nothing but Node after a build.
import { build } from 'esbuild';

await build({
	entryPoints: ['src/lib/cli/main.ts'],
	outfile: 'dist/plumbline.js',
	bundle: true,
	platform: 'node',
	format: 'esm',
	target: 'node22.13',
	// Some dependencies are CommonJS and ask for `require` when bundled into a module. Under another name, since
	// fflate imports `createRequire` itself.
	banner: {
		js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);"
	},
	legalComments: 'none',
	logLevel: 'error'
});
