import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

/** Where the server finds the script: `import early from 'virtual:early-script'`. */
const MODULE = 'virtual:early-script';
const FILE = new URL('../src/early.js', import.meta.url);

/** @returns {string} the script that stands inside every page, as small as it gets */
export function earlyScript() {
	return transformSync(readFileSync(FILE, 'utf8'), { minify: true, target: 'es2020' }).code.trim();
}

/** Gives the server the text whose hash `svelte.config.js` allows. @returns {import('vite').Plugin} */
export function earlyScriptModule() {
	return {
		name: 'early-script',
		resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
		load: (id) => (id === `\0${MODULE}` ? `export default ${JSON.stringify(earlyScript())}` : undefined)
	};
}
