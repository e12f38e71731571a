declare module 'virtual:early-script' {
	/** `src/early.js`, minified (scripts/early-script.js). */
	const script: string;
	export default script;
}
