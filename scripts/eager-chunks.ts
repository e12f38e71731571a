import type { Plugin } from 'vite';

/**
 * Marks chunks whose functions are all called when the page starts: browsers that know the mark compile them while
 * they load, off the main thread, instead of one by one when each is first called; to others it is a comment.
 * Source: https://v8.dev/blog/explicit-compile-hints
 *
 * @param modules - a chunk is marked when it holds one of these
 */
export function eagerChunks(modules: RegExp): Plugin {
	return {
		name: 'eager-chunks',
		apply: 'build',
		generateBundle: {
			order: 'post',
			handler(_options, bundle) {
				for (const chunk of Object.values(bundle))
					if (chunk.type === 'chunk' && chunk.moduleIds.some((id) => modules.test(id)))
						chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
			}
		}
	};
}
