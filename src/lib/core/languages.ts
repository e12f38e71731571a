/** The three languages of every text, in the order in which they are offered. */
export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'] as const;

export type Language = (typeof LANGUAGES)[number];

/** One text in the three languages, each written rather than converted. */
export type Text = Readonly<Record<Language, string>>;

/** Language tags in addresses are lower case; everywhere else they are BCP 47. */
export const LANGUAGE_SLUGS: Readonly<Record<Language, string>> = {
	en: 'en',
	'zh-Hant': 'zh-hant',
	'zh-Hans': 'zh-hans'
};

/** @returns the language of an address part such as `zh-hant`, or `null` when it names none */
export function languageOfSlug(slug: string): Language | null {
	return LANGUAGES.find((language) => LANGUAGE_SLUGS[language] === slug) ?? null;
}
