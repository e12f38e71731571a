import { json } from '@sveltejs/kit';
import { markTerms } from '$lib/core/glossary/mark-terms.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { loadSharedContent } from '$lib/server/shared-content.ts';
import { loadSection, sectionEntries } from '$lib/server/section-content.ts';
import type { HelpTexts, SectionHelp } from '../section-texts.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = sectionEntries;

function pick<T>(all: Readonly<Record<string, T>>, ids: Iterable<string>): Record<string, T> {
	return Object.fromEntries(
		[...new Set(ids)].flatMap((id) => (all[id] === undefined ? [] : [[id, all[id]]]))
	);
}

/** What opens on request in one section: help, reasons, and the sources that its questions cite. */
export const GET: RequestHandler = ({ params }) => {
	const { structure, questions, texts } = loadSection(params);
	const asked = structure.questions.filter(({ id }) => questions.includes(id));
	const theme = structure.themes.find(({ id }) => id === params.section);
	const claims = [
		...asked.flatMap((question) => [...question.claims, ...question.figures]),
		...(theme?.figures ?? [])
	];
	const language = pageLanguage(params.lang);
	const { terms } = loadSharedContent().glossary;
	const marked = new Set<string>();
	const help = asked.flatMap(({ id }): [string, HelpTexts][] => {
		const own = texts.questions[id];
		if (!own) return [];
		const { short: _, question: __, anchors: ___, elements: ____, policyText: _____, ...rest } = own;
		const used = new Set<string>();
		const [why, good] = [own.why, own.good].map((text) => markTerms(text, terms, language, used));
		for (const term of used) marked.add(term);
		return [[id, { ...rest, why: why ?? [], good: good ?? [] }]];
	});
	return json({
		questions: Object.fromEntries(help),
		claims: pick(texts.sources.claims, claims),
		documents: pick(
			texts.sources.documents,
			claims.map((id) => structure.claims[id]?.document ?? '')
		),
		terms: Object.fromEntries(
			terms
				.filter(({ id }) => marked.has(id))
				.map(({ id, term, definition }) => [id, { term: term[language], definition: definition[language] }])
		)
	} satisfies SectionHelp);
};
