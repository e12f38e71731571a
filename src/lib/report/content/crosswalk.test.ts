import { describe, expect, test } from 'vitest';
import {
	floor,
	LANGUAGES,
	scoreArea,
	scoreAssessment,
	type Assessment,
	type Language
} from '../../core/index.ts';
import { reportTranslator } from '../../i18n/report-messages.ts';
import { loadQuestionnaire } from '../../server/questionnaire-files.ts';
import { reportTexts } from '../../server/shared-content.ts';
import { sampleAssessment } from '../../state/sample.ts';
import type { Block, TableBlock } from '../blocks.ts';
import { buildReport, type ChapterId } from './index.ts';

const { structure } = loadQuestionnaire('ai-privacy');

function blocksOf(
	language: Language,
	assessment: Assessment,
	chapters: ChapterId[] | 'full' = ['crosswalk'],
	texts = reportTexts('ai-privacy', language)
): readonly Block[] {
	const translator = reportTranslator(language);
	return buildReport({
		questionnaire: structure,
		texts,
		assessment,
		language,
		made: '2026-11-24T02:00:00.000Z',
		options: { chapters },
		translate: (key, params) => {
			if (!translator.has(key) && params?.['count'] === undefined) throw new Error(`No words for ${key}.`);
			return translator.t(key, params);
		}
	}).blocks;
}
const tables = (blocks: readonly Block[]) =>
	blocks.filter((block): block is TableBlock => block.type === 'table');

describe.each(LANGUAGES)('the annex on other frameworks, in %s', (language) => {
	const assessment = sampleAssessment(structure, language);
	const { crosswalk } = reportTexts('ai-privacy', language);

	test('has a table for each framework and a row for each of its areas, with the points of the core', () => {
		const found = tables(blocksOf(language, assessment));
		expect(found).toHaveLength(crosswalk?.frameworks.length ?? 0);
		const score = scoreAssessment(structure, assessment);
		crosswalk?.frameworks.forEach(({ areas }, index) => {
			const expected = areas.map((area) => {
				const { score: low, high } = scoreArea(area, score);
				return low && high ? [...new Set([floor(low), floor(high)])].join('–') : '–';
			});
			expect(found[index]?.rows.map(({ cells }) => cells[2])).toEqual(expected);
		});
	});

	test('says nearest, not equal before any number', () => {
		const blocks = blocksOf(language, assessment);
		const callout = blocks.findIndex(
			(block) =>
				block.type === 'callout' && block.title === reportTranslator(language).t('report:crosswalk.nearest')
		);
		expect(callout).toBeGreaterThan(-1);
		expect(callout).toBeLessThan(blocks.findIndex(({ type }) => type === 'table'));
	});

	test('is left out for a questionnaire that nobody has read beside other frameworks', () => {
		const texts = { ...reportTexts('ai-privacy', language), crosswalk: null };
		expect(blocksOf(language, assessment, 'full', texts).some(({ id }) => id === 'crosswalk')).toBe(false);
		expect(blocksOf(language, assessment, 'full').some(({ id }) => id === 'crosswalk')).toBe(true);
	});
});
