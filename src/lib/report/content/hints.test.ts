import { describe, expect, test } from 'vitest';
import { fullAssessment } from '../../../../tests/fixtures/full-assessment.ts';
import { LANGUAGES, type Assessment, type Language } from '../../core/index.ts';
import { textsOf } from '../../core/questionnaire/texts-of.ts';
import { reportTranslator } from '../../i18n/report-messages.ts';
import { loadQuestionnaire } from '../../server/questionnaire-files.ts';
import { collectTexts } from '../collect-texts.ts';
import { buildReport } from './index.ts';

const compiled = loadQuestionnaire('ai-privacy');

function printed(answers: Assessment['answers'], language: Language): string {
	const assessment: Assessment = {
		...fullAssessment(compiled.structure),
		selection: 'full',
		details: { unit: 'system' },
		answers,
		actions: {}
	};
	const document = buildReport({
		questionnaire: compiled.structure,
		texts: textsOf(compiled, language),
		assessment,
		language,
		made: '2026-11-24T02:00:00.000Z',
		options: { chapters: ['results'] },
		translate: reportTranslator(language).t
	});
	return collectTexts(document).texts.join('\n');
}

describe.each(LANGUAGES)('answers that do not fit together, in the report in %s', (language) => {
	const { hints, questions } = textsOf(compiled, language);
	const text = hints.find(({ id }) => id === 'risks-without-a-list')?.text ?? '–';
	const none = { elements: [], done: true } as const;

	test('are printed with both answers', () => {
		const all = printed({ 'ai-inventory': none, 'risk-assessment': { grade: 3 } }, language);
		expect(all).toContain(text);
		expect(all).toContain(questions['ai-inventory']?.short);
		expect(all).toContain(questions['risk-assessment']?.short);
	});

	test('leave no trace when there are none', () => {
		const all = printed({ 'ai-inventory': none, 'risk-assessment': { grade: 0 } }, language);
		expect(all).not.toContain(reportTranslator(language).t('report:hints.title'));
	});
});
