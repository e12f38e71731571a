import type { ParamMatcher } from '@sveltejs/kit';
import { languageOfSlug } from '$lib/core/languages.ts';

export const match: ParamMatcher = (slug) => languageOfSlug(slug) !== null;
