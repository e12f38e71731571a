import { describe, expect, test } from 'vitest';
import { readQuestionnaireFolder } from '../../server/questionnaire-files.ts';
import { compileQuestionnaire, type QuestionnaireFiles } from './compile.ts';
import { describeIssue } from './describe-issue.ts';
import { scopeOf } from './scope.ts';
import { textsOf } from './texts-of.ts';

const files = readQuestionnaireFolder('questionnaires/ai-privacy');

/** The real questionnaire with one place changed; fails when the place is not there. */
function changed(file: RegExp, from: string | RegExp, to: string): QuestionnaireFiles {
	let hits = 0;
	const change = <F extends { path: string; text: string }>(source: F): F => {
		if (!file.test(source.path)) return source;
		const text = source.text.replace(from, to);
		if (text !== source.text) hits++;
		return { ...source, text };
	};
	const result = {
		questionnaire: change(files.questionnaire),
		scoping: change(files.scoping),
		sections: files.sections.map(change),
		documents: change(files.documents),
		claims: files.claims.map(change),
		hints: files.hints && change(files.hints)
	};
	if (hits !== 1) throw new Error(`Expected to change one file, changed ${hits}.`);
	return result;
}

function mistakes(input: QuestionnaireFiles): { codes: string[]; lines: string[] } {
	const result = compileQuestionnaire(input);
	if (result.ok) return { codes: [], lines: [] };
	return { codes: result.issues.map(({ code }) => code), lines: result.issues.map(describeIssue) };
}

describe('the compiler', () => {
	test('accepts the shipped questionnaire', () => {
		expect(mistakes(files).lines).toEqual([]);
	});

	test('asks a critical question into the selections that the questionnaire has, and into no others', () => {
		const onlyFull = readQuestionnaireFolder('questionnaires/data-scraping');
		expect(onlyFull.sections.some(({ text }) => text.includes('critical: true'))).toBe(true);
		expect(mistakes(onlyFull).lines).toEqual([]);
		const { lines } = mistakes(
			changed(/accountability/, 'selections: [quick, rehearsal]', 'selections: [quick]')
		);
		expect(lines.join()).toMatch(/Add rehearsal$/);
	});

	test.each<[string, RegExp, string | RegExp, string, string]>([
		[
			'a hint on a question that does not exist',
			/hints/,
			'ai-inventory <= 0',
			'ai-inventry <= 0',
			'unknown_question'
		],
		['a hint that cannot be read', /hints/, 'ai-inventory <= 0', 'ai-inventory < 1', 'invalid_condition'],
		['a hint that always holds', /hints/, 'ai-inventory <= 0', 'ai-inventory <= 3', 'idle_condition'],
		[
			'a hint about one question only',
			/hints/,
			'[risk-assessment >= 2, ai-inventory <= 0]',
			'[ai-inventory <= 0]',
			'hint_needs_two_questions'
		],
		[
			'a hint that rests on no known condition',
			/hints/,
			'when: effect-high',
			'when: lunar',
			'unknown_condition'
		],
		['a weight out of range', /accountability/, 'weight: 3', 'weight: 4', 'invalid_union'],
		[
			'a text without one of its languages',
			/accountability/,
			/\n {6}zh-Hans: 清单上没有的.*\n/,
			'\n',
			'missing'
		],
		['an unknown key', /accountability/, 'effort: 1', 'effort: 1\n    efort: 1', 'unknown_key'],
		['a rule that cannot be read', /accountability/, 'when: all', 'when: "pd +"', 'invalid_rule'],
		['a condition that does not exist', /accountability/, 'when: all', 'when: lunar', 'unknown_condition'],
		[
			'a theme that does not exist',
			/accountability/,
			'themes: [ai-use]',
			'themes: [astrology]',
			'unknown_theme'
		],
		[
			'a marker that does not exist',
			/human-oversight/,
			/markers: \[[^\]]*\]/,
			'markers: [magic]',
			'unknown_marker'
		],
		[
			'a practice area that does not exist',
			/accountability/,
			'practiceArea: strategy-governance',
			'practiceArea: elsewhere',
			'unknown_practice_area'
		],
		[
			'a selection that does not exist',
			/accountability/,
			'selections: [quick, rehearsal]',
			'selections: [quick, rehearsal, tiny]',
			'unknown_selection'
		],
		[
			'a critical question missing from a selection',
			/accountability/,
			'selections: [quick, rehearsal]',
			'selections: [quick]',
			'critical_in_every_selection'
		],
		[
			'a critical question of a lower weight',
			/accountability/,
			'weight: 3',
			'weight: 2',
			'critical_needs_weight_3'
		],
		[
			'a critical question without a reason',
			/accountability/,
			/\n {4}criticalReason:(\n {6}.*){3}/,
			'',
			'critical_reason_missing'
		],
		[
			'a source that is not in the register',
			/accountability/,
			'claims: [MF24-1.1-e',
			'claims: [MF24-9.9-z',
			'unknown_claim'
		],
		['a must that rests on guidance only', /accountability/, 'duty: should', 'duty: must', 'must_needs_law'],
		[
			'a figure that was never seen',
			/accountability/,
			'figures: [CC26-F4]',
			'figures: [MF24-1.1-e]',
			'figure_not_shippable'
		],
		[
			'a grade table that falls',
			/accountability/,
			'grades: [0, 1, 1, 2, 2, 3]',
			'grades: [0, 2, 1, 2, 2, 3]',
			'grades_not_monotone'
		],
		[
			'a grade table of the wrong length',
			/accountability/,
			'grades: [0, 1, 1, 2, 2, 3]',
			'grades: [0, 1, 3]',
			'grades_length'
		],
		[
			'required elements that do not reach 3',
			/accountability/,
			'grades: [0, 1, 1, 2, 2, 3]',
			'grades: [0, 1, 1, 2, 2, 2]',
			'grades_do_not_reach_3'
		],
		[
			'a checklist without a required element',
			/accountability/,
			/required: true/g,
			'required: false',
			'no_required_element'
		],
		['a question asked twice', /fairness/, 'id: bias-testing', 'id: ai-inventory', 'duplicate_id'],
		[
			'a section that is no scoring group',
			/fairness/,
			'section: fairness',
			'section: unfairness',
			'unknown_section'
		],
		['a condition on a fact that does not exist', /scoping/, 'fact: route', 'fact: path', 'unknown_fact'],
		['an exposure table without a last resort', /scoping/, /when: all/, 'when: pd', 'tier_table_incomplete'],
		['YAML that cannot be read', /fairness/, 'section: fairness', 'section: [fairness', 'invalid_yaml']
	])('reports %s', (_, file, from, to, code) => {
		const { codes, lines } = mistakes(changed(file, from, to));
		expect(codes).toContain(code);
		// Every line names file, line and what to do; a bare code would mean that a message is missing.
		for (const line of lines) expect(line).toMatch(/\.yaml:\d+ ?.*: .{10,}/);
	});

	test('accepts a questionnaire for a person, with nothing to ask beforehand and no overall score', () => {
		const result = compileQuestionnaire(readQuestionnaireFolder('questionnaires/chatbot-safety'));
		if (!result.ok) throw new Error(result.issues.map(describeIssue).join('\n'));
		const { structure, frame } = result.value;
		expect(frame.audience).toBe('person');
		expect([structure.facts, structure.conditions]).toEqual([[], []]);
		expect(structure.minGroups).toBeGreaterThan(structure.groups.length);
		expect(scopeOf(structure, 'full', {}).in).toHaveLength(structure.questions.length);
	});

	test('names the line of a mistake', () => {
		const { lines } = mistakes(changed(/accountability/, 'weight: 3', 'weight: 4'));
		const line =
			files.sections
				.find(({ path }) => /accountability/.test(path))!
				.text.split('\n')
				.findIndex((l) => l.includes('weight: 3')) + 1;
		expect(lines[0]).toContain(`accountability.yaml:${line} questions[0].weight`);
	});

	test('refuses a file that repeats itself by reference without end', () => {
		const bomb = ['a: &a [x,x]', 'b: &b [*a,*a]', 'c: &c [*b,*b]', 'section: *c', 'questions: []'].join('\n');
		const { codes } = mistakes({ ...files, sections: [{ path: 'bomb.yaml', text: bomb }] });
		expect(codes).toContain('invalid_yaml');
	});

	test('gives the browser the structure and one language, with every text filled', () => {
		const result = compileQuestionnaire(files);
		if (!result.ok) throw new Error('The shipped questionnaire does not compile.');
		for (const language of ['en', 'zh-Hant', 'zh-Hans'] as const) {
			const texts = textsOf(result.value, language);
			expect(Object.keys(texts.questions)).toHaveLength(73);
			for (const question of Object.values(texts.questions)) {
				expect(question.question).not.toBe('');
				expect(question.action).not.toBe('');
			}
		}
		expect(JSON.stringify(result.value.structure)).not.toMatch(/[\u4e00-\u9fff]/);
	});
});
