import { LANGUAGE_SLUGS } from '$lib/core/languages.ts';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { briefQuestions } from '$lib/server/question-texts.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import { wordingsOf } from '$lib/i18n/wordings.ts';
import { crosswalkFor } from '$lib/server/shared-content.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	Object.values(LANGUAGE_SLUGS).flatMap((lang) =>
		listQuestionnaires().map((questionnaire) => ({ lang, questionnaire }))
	);

/** The words that results need beside the frame's. */
export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const compiled = loadQuestionnaire(params.questionnaire);
	const texts = textsOf(compiled, language);
	const figures = Object.values(compiled.structure.claims).filter(({ figure }) => figure);
	return {
		messages: loadMessages(language, ['results'], wordingsOf(compiled.structure)),
		hasCrosswalk: crosswalkFor(params.questionnaire, language) !== null,
		texts: {
			questions: briefQuestions(texts),
			facts: Object.fromEntries(Object.entries(texts.scoping.facts).map(([id, { short }]) => [id, short])),
			conditions: Object.fromEntries(
				Object.entries(texts.scoping.conditions).map(([id, { outOfScope }]) => [id, outOfScope])
			),
			tierRows: texts.scoping.tierRows,
			hints: texts.hints,
			figures: Object.fromEntries(
				figures.flatMap(({ id, document }) => {
					const claim = texts.sources.claims[id];
					if (!claim) return [];
					const { title = '' } = texts.sources.documents[document] ?? {};
					return [[id, { text: claim.text, ofWhom: claim.ofWhom ?? '', title }]];
				})
			)
		}
	};
};
