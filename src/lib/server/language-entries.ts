import { LANGUAGE_SLUGS } from '../core/languages.ts';

/** One page for each language, for pages that nothing prerendered links to. */
export const languageEntries = () => Object.values(LANGUAGE_SLUGS).map((lang) => ({ lang }));
