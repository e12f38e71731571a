import type { Assessment, FrameTexts, Questionnaire, QuestionnaireTexts } from '$lib/core/index.ts';
import english from '$lib/i18n/locales/en/results.json';
import person from '$lib/i18n/locales/en/results.person.json';
import areas from '$lib/i18n/locales/en/results.section.json';
import { createPlainTranslator } from '$lib/i18n/plain-translator.ts';
import { reworded, wordingsOf } from '$lib/i18n/wordings.ts';
import { AssessmentSession } from '$lib/state/assessment-session.svelte.ts';
import { MemoryStore } from '$lib/storage/memory-store.ts';
import type { PageData } from './$types';
import { ResultsView } from './results-view.svelte.ts';

const labelled = (labels: readonly string[]) => labels.map((label) => ({ label, text: label }));
const frame = {
	grades: labelled(['Not in place', 'Planned', 'Mostly', 'Fully']),
	coverage: [],
	levels: labelled(['Starting', 'Developing', 'Largely in place', 'Embedded']),
	groups: {},
	gapClasses: {},
	legalLens: {},
	selections: {
		full: { title: 'Full', text: '', intro: [] },
		quick: { title: 'Quick scan', text: '', intro: [] }
	}
} as unknown as FrameTexts;

/** The view of an assessment for component tests; without texts of its own, ids stand for titles. */
export async function viewOf(
	questionnaire: Questionnaire,
	assessment: Assessment,
	texts: Partial<Pick<QuestionnaireTexts, 'frame' | 'questions' | 'hints'>> = {}
) {
	const store = new MemoryStore();
	await store.replace(assessment);
	const session = new AssessmentSession(questionnaire, { store });
	await session.open(assessment.id);
	const data = {
		questionnaire,
		frame: texts.frame ?? frame,
		texts: { questions: texts.questions ?? {}, hints: texts.hints ?? [] }
	} as unknown as PageData;
	const wordings = { section: areas, person };
	const view = new ResultsView(
		session,
		() => ({
			assessment: session.assessment as Assessment,
			score: session.score as NonNullable<typeof session.score>
		}),
		() => data,
		createPlainTranslator('en', {
			results: reworded(
				english,
				wordingsOf(questionnaire).map((wording) => wordings[wording])
			)
		})
	);
	return { session, view };
}
