#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 13)) {
	console.error(
		`Plumbline needs Node 22.13 or newer; this is ${process.versions.node}. Run it as "npx plumbline …" inside the project, which brings its own Node.`
	);
	process.exit(1);
}
const bundle = new URL('../dist/plumbline.js', import.meta.url);
if (!existsSync(fileURLToPath(bundle))) {
	console.error('The command line is not built yet. Run "npm run build" first.');
	process.exit(1);
}
const { main } = await import(bundle.href);
process.exitCode = await main(process.argv.slice(2), {
	line: (text) => console.log(text),
	error: (text) => console.error(text)
});
