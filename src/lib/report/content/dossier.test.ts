import { describe, expect, test } from 'vitest';
import { everyFact, fullAssessment } from '../../../../tests/fixtures/full-assessment.ts';
import { LANGUAGES, type Assessment, type Language } from '../../core/index.ts';
import { textsOf } from '../../core/questionnaire/texts-of.ts';
import { reportTranslator } from '../../i18n/report-messages.ts';
import { loadQuestionnaire } from '../../server/questionnaire-files.ts';
import { collectTexts } from '../collect-texts.ts';
import { createPdf } from '../create-pdf.ts';
import { openTestFonts } from '../fonts/testing.ts';
import { readPdf, squeezed } from '../testing/read-pdf.ts';
import { buildDossier, reportFileName } from './index.ts';

const compiled = loadQuestionnaire('ai-privacy');
const { structure } = compiled;

const DOSSIER = everyFact(structure);

function dossier(assessment: Assessment, language: Language) {
	const translator = reportTranslator(language);
	return buildDossier({
		questionnaire: structure,
		texts: textsOf(compiled, language),
		assessment,
		language,
		made: '2026-11-24T02:00:00.000Z',
		translate: (key, params) => {
			if (!translator.has(key)) throw new Error(`No words for ${key} in ${language}.`);
			return translator.t(key, params);
		}
	});
}

const printed = (assessment: Assessment, language: Language): string =>
	collectTexts(dossier(assessment, language)).texts.join('\n');

/** Words that judge, as readers of that language know them. */
const JUDGING: Readonly<Record<Language, RegExp>> = {
	en: /\b(scores?|scoring|grades?|levels?|gaps?|points?|critical|compliant|contravention|not in place|in place)\b/i,
	'zh-Hant': /分數|得分|評分|計分|評級|級別|差距|缺口|不足|關鍵|未落實|已落實|達標|違反/,
	'zh-Hans': /分数|得分|评分|计分|评级|级别|差距|缺口|不足|关键|未落实|已落实|达标|违反/
};

describe.each(LANGUAGES)('the factual dossier in %s', (language) => {
	const assessment: Assessment = { ...fullAssessment(structure), dossier: DOSSIER };

	test('holds every fact that was typed and every document that is named', () => {
		const text = printed(assessment, language);
		const typed = Object.values(DOSSIER).flatMap((fields) => Object.values(fields));
		expect(typed.filter((fact) => !text.includes(fact))).toEqual([]);
		expect(text).toContain('Register for ');
		expect(text).toContain('Keeper 0 保管人');
		expect(text).toContain(assessment.details.organisation);
	});

	test('holds no score, grade, level or word about gaps, and nothing of the answers', () => {
		const { frame, questions } = textsOf(compiled, language);
		const text = printed(assessment, language);
		const judged = [
			...frame.grades,
			...frame.coverage,
			...frame.levels,
			...Object.values(frame.duties),
			...Object.values(frame.tiers)
		].map(({ label }) => label);
		const answers = Object.values(questions).flatMap(({ anchors, action, why }) => [...anchors, action, why]);
		const notes = Object.values(assessment.answers).flatMap(({ note }) => note ?? []);
		const actions = Object.values(assessment.actions).flatMap(({ text: own, note }) => [
			own ?? '',
			note ?? ''
		]);
		const whole = new Set(text.split('\n'));
		// A word of one character (中) stands inside many others: it is looked for on its own.
		for (const word of [...judged, ...Object.values(frame.gapClasses), ...answers, ...notes, ...actions])
			if (word) expect(word.length > 1 ? text.includes(word) : whole.has(word), word).toBe(false);
		// Subjects of documents are facts ("Oversight level"), and so are the fixture's ids.
		const subjects = structure.questions.flatMap(({ id }) => [id, questions[id]?.short ?? id]);
		const said = subjects.reduce((left, subject) => left.replaceAll(subject, ''), text);
		expect(JUDGING[language].exec(said)?.[0]).toBeUndefined();
		expect(said).not.toMatch(/\d\s*(\/|of|／)\s*100|%/);
	});

	test('does not change with what is answered', () => {
		const graded = (grade: 0 | 3): Assessment => ({
			...assessment,
			answers: Object.fromEntries(
				Object.entries(assessment.answers).map(([id, { evidence, basis }]) => [
					id,
					{ grade, ...(evidence && { evidence }), ...(basis && { basis }) }
				])
			),
			actions: {}
		});
		expect(printed(graded(0), language)).toBe(printed(graded(3), language));
	});

	test('starts from what details and scoping facts say, and says where nothing is stated', () => {
		const bare = { ...assessment, dossier: {} };
		const text = printed(bare, language);
		const { facts } = textsOf(compiled, language).scoping;
		const [choice = ''] = [bare.scope['route']].flat();
		expect(text).toContain(facts['route']?.choices[choice]);
		expect(text).toContain(bare.details.system);
		const notStated = reportTranslator(language).t('report:dossier.notStated');
		expect(text).toContain(notStated);
		// An emptied field stays empty: what is known does not come back into it.
		const emptied = { ...bare, dossier: { 'ai-use': { systems: '' } } };
		expect(printed(emptied, language)).not.toContain(facts['route']?.choices[choice]);
	});
});

test('the dossier as a PDF is tagged with its language and has a name of its own', async () => {
	const { bytes } = await createPdf(
		dossier({ ...fullAssessment(structure), dossier: DOSSIER }, 'zh-Hant'),
		(await openTestFonts()).createStack()
	);
	const pdf = await readPdf(bytes);
	expect(pdf.language).toBe('zh-Hant');
	const text = squeezed(pdf.pages.flatMap(({ items }) => items.map((item) => item.text)).join(''));
	expect(text).toContain('«ai-usesystems»陳述');
	const name = {
		organisation: 'A',
		instrument: 'ai-privacy',
		made: '2026-11-24T02:00:00.000Z',
		language: 'en'
	};
	expect(reportFileName({ ...name, kind: 'dossier' })).toBe('A-ai-privacy-dossier-2026-11-24-en.pdf');
});
