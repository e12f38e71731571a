import type { Handle } from '@sveltejs/kit';
import early from 'virtual:early-script';
import { languageOfSlug } from '$lib/core/languages.ts';
import { reportError } from '$lib/server/hooks/report-error.ts';

export const handleError = reportError;

export const handle: Handle = ({ event, resolve }) => {
	const language = languageOfSlug(event.params['lang'] ?? '') ?? 'en';
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%plumbline.lang%', language)
				.replace('%plumbline.early%', () => `<script>${early}</script>`)
	});
};
