import { error } from '@sveltejs/kit';
import { languageOfSlug, type Language } from '../core/languages.ts';

/** Language of an address; the route's matcher has let only ours through. */
export function pageLanguage(slug: string): Language {
	return languageOfSlug(slug) ?? error(404);
}
