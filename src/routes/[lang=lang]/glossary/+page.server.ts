import { LANGUAGES } from '$lib/core/languages.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { loadSharedContent } from '$lib/server/shared-content.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const { glossary, register } = loadSharedContent();
	// The order of the alphabet, or of the number of strokes and of sounds in Chinese; the same on every machine.
	const collator = new Intl.Collator(
		{ en: 'en', 'zh-Hant': 'zh-Hant-u-co-stroke', 'zh-Hans': 'zh-Hans-u-co-pinyin' }[language]
	);
	return {
		messages: loadMessages(language, ['glossary']),
		terms: glossary.terms
			.map(({ id, term, definition, claims }) => {
				const documents = new Set(claims.map((claim) => register.claims.get(claim)?.document ?? ''));
				return {
					id,
					term: term[language],
					others: LANGUAGES.filter((other) => other !== language).map((other) => ({
						language: other,
						term: term[other]
					})),
					definition: definition[language],
					sources: [...documents].map((document) => ({
						id: document,
						title: register.documents.get(document)?.title[language] ?? document
					}))
				};
			})
			.sort((a, b) => collator.compare(a.term, b.term))
	};
};
