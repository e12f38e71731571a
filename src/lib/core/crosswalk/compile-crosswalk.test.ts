import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadQuestionnaire } from '../../server/questionnaire-files.ts';
import { registerIn } from '../../server/shared-content.ts';
import { LANGUAGES } from '../languages.ts';
import { describeIssue } from '../questionnaire/describe-issue.ts';
import { compileCrosswalk, crosswalkIn } from './compile-crosswalk.ts';

const text = readFileSync('questionnaires/crosswalk.yaml', 'utf8');
const register = registerIn('questionnaires');
const structures = new Map([['ai-privacy', loadQuestionnaire('ai-privacy').structure]]);

function compile(from = '', to = '') {
	if (from && !text.includes(from)) throw new Error(`"${from}" is not in the file.`);
	return compileCrosswalk({ path: 'crosswalk.yaml', text: text.replace(from, to) }, structures, register);
}
const codes = (result: ReturnType<typeof compile>) =>
	result.ok ? [] : result.issues.map(({ code }) => code);

describe('the crosswalk', () => {
	const result = compile();
	if (!result.ok) throw new Error(result.issues.map(describeIssue).join('\n'));
	const { value } = result;

	test('names eight frameworks, and each names what it has alone and what it lacks', () => {
		expect(value.frameworks).toHaveLength(8);
		for (const { onlyThere, onlyHere } of value.frameworks)
			for (const language of LANGUAGES)
				expect(Math.min(onlyThere[language].length, onlyHere[language].length)).toBeGreaterThan(15);
	});

	test('has no number of an article, clause, annex or function', () => {
		for (const { title, areas } of value.frameworks)
			for (const area of areas)
				for (const language of LANGUAGES) {
					const words = `${title[language]} ${area.title[language]}`;
					const names = /ISO\/IEC 42001|AI RMF 1\.0|（?\(?2024年?\)?）?/g;
					expect(words.replace(names, ''), words).not.toMatch(/\d|\b(art|clause|annex)\b|條第|第.條/i);
				}
	});

	test('rests on at least one claim for each framework', () => {
		for (const { claims } of value.frameworks) expect(claims.length).toBeGreaterThan(0);
	});

	test('in one language has that language’s words only', () => {
		const areas = crosswalkIn(value, 'zh-Hans').frameworks.flatMap((framework) => framework.areas);
		expect(areas.find(({ id }) => id === 'third-parties')).toEqual({
			id: 'third-parties',
			title: '第三方与客户关系',
			nearest: ['accountability'],
			practiceArea: null
		});
	});

	test.each([
		['a principle that does not exist', 'nearest: [accountability]', 'nearest: [honesty]', 'unknown_section'],
		[
			'a practice area that does not exist',
			'practiceArea: risk-oversight',
			'practiceArea: x',
			'unknown_practice_area'
		],
		['a claim that is not in the register', '[MAP-E2]', '[MAP-E99]', 'unknown_claim'],
		['a document that is not in the register', 'document: aiverify', 'document: other', 'unknown_document'],
		['a framework named twice', 'id: altai', 'id: ai-verify', 'duplicate_id'],
		[
			'a questionnaire that does not exist',
			'questionnaire: ai-privacy',
			'questionnaire: x',
			'unknown_questionnaire'
		],
		['an unknown key', '    nature:', '    natur:', 'missing']
	])('is refused with %s', (_, from, to, code) => {
		expect(codes(compile(from, to))).toContain(code);
	});
});
