import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { loadSection, sectionEntries } from '$lib/server/section-content.ts';
import { wordingsOf } from '$lib/i18n/wordings.ts';
import type { AnswerTexts } from './section-texts.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = sectionEntries;

/** The words that answering one section needs, nothing of the others. */
export const load: PageServerLoad = ({ params }) => {
	const { structure, questions, texts } = loadSection(params);
	const kinds = new Map(structure.questions.map(({ id, kind }) => [id, kind]));
	const answerTexts = questions.flatMap((id): [string, AnswerTexts][] => {
		const own = texts.questions[id];
		if (!own) return [];
		const { short, question, anchors, elements, good } = own;
		return [[id, { short, question, anchors, elements, good: kinds.get(id) === 'checklist' ? good : null }]];
	});
	return {
		messages: loadMessages(pageLanguage(params.lang), ['assess'], wordingsOf(structure)),
		questions: Object.fromEntries(answerTexts)
	};
};
