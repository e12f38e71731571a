import { describe, expect, test } from 'vitest';
import { createAssessment } from '../../src/lib/core/assessment/create.ts';
import { LANGUAGES, type Language } from '../../src/lib/core/languages.ts';
import { compileQuestionnaire } from '../../src/lib/core/questionnaire/compile.ts';
import { scopeOf, type ScopeAnswers } from '../../src/lib/core/questionnaire/scope.ts';
import { exposureOf } from '../../src/lib/core/scoring/exposure.ts';
import { loadQuestionnaire, readQuestionnaireFolder } from '../../src/lib/server/questionnaire-files.ts';

const ID = 'generative-ai-policy';
const { structure, questions } = loadQuestionnaire(ID);
const NEW = { id: '6b1f2c3d-0000-4000-8000-000000000000', now: '2026-11-23T00:00:00Z', selection: 'full' };

/** A firm whose people use one provided chat tool, without personal data. */
const least: ScopeAnswers = { tools: ['in-house'], inputs: ['neither'], people: ['no'], agents: ['no'] };
/** Everything that adds a question. */
const most: ScopeAnswers = {
	tools: ['provided', 'own'],
	inputs: ['personal', 'recordings'],
	people: ['yes'],
	agents: ['yes']
};

/** Every reading of the facts that rules tell apart. */
function everyScope(): ScopeAnswers[] {
	const tools = [['provided'], ['own'], ['in-house'], ['none'], ['provided', 'own']];
	const inputs = [['personal'], ['recordings'], ['neither'], ['personal', 'recordings']];
	const yesNo = [['yes'], ['no']];
	return [
		{},
		...tools.flatMap((t) =>
			inputs.flatMap((i) =>
				yesNo.flatMap((p) => yesNo.map((a) => ({ tools: t, inputs: i, people: p, agents: a })))
			)
		)
	];
}

describe('who is asked what', () => {
	test('twenty-one questions are asked of everybody, twenty-nine where everything applies', () => {
		expect(scopeOf(structure, 'full', least).in).toHaveLength(21);
		expect(scopeOf(structure, 'full', most).in).toHaveLength(29);
	});

	test('the quick check has eight questions, and twelve where every critical one applies', () => {
		expect(scopeOf(structure, 'quick', least).in).toHaveLength(8);
		expect(scopeOf(structure, 'quick', most).in).toHaveLength(12);
	});

	test('somebody who is sure of nothing is asked everything', () => {
		expect(scopeOf(structure, 'full', {}).out).toEqual([]);
	});

	test('under every set of facts six groups count in Full and at least four in Quick', () => {
		for (const scope of everyScope())
			for (const [selection, groups] of [
				['full', 6],
				['quick', 4]
			] as const) {
				const inScope = scopeOf(structure, selection, scope).in;
				const counted = structure.groups.filter(
					({ id }) =>
						inScope.filter(({ group }) => group === id).reduce((sum, { weight }) => sum + weight, 0) >=
						structure.minGroupWeight
				);
				expect(counted.length, `${selection} ${JSON.stringify(scope)}`).toBeGreaterThanOrEqual(groups);
			}
	});

	test.each<[string, ScopeAnswers, 'lower' | 'medium' | 'higher']>([
		['an in-house model without personal data', least, 'lower'],
		['the same with free accounts beside it', { ...least, tools: ['in-house', 'own'] }, 'medium'],
		['customers’ messages pasted in for a reply', { ...least, inputs: ['personal'] }, 'medium'],
		['an agent that cannot reach personal data', { ...least, agents: ['yes'] }, 'medium'],
		['an agent with personal data in reach', { ...least, inputs: ['personal'], agents: ['yes'] }, 'higher'],
		['applicants ranked by a chatbot', { ...least, people: ['yes'] }, 'higher'],
		['nothing known', {}, 'higher']
	])('the exposure tier of %s', (_, scope, tier) => {
		expect(exposureOf(structure, { ...createAssessment(structure, NEW), scope }).tier).toBe(tier);
	});
});

describe('the wording offered for a policy', () => {
	test('stands on every question, with a place to fill in, in all three languages', () => {
		const bad = questions.flatMap(({ id, policyText }) =>
			LANGUAGES.filter((language) => !/\[[^[\]]+\]/.test(policyText?.[language] ?? '')).map(
				(language) => `${id} ${language}`
			)
		);
		expect(bad).toEqual([]);
	});

	test('has the same number of places to fill in each language, so that nothing is lost in one', () => {
		const places = (text = '') => text.match(/\[[^[\]]+\]/g)?.length ?? 0;
		const bad = questions
			.filter(
				({ policyText }) => new Set(LANGUAGES.map((language) => places(policyText?.[language]))).size > 1
			)
			.map(({ id, policyText }) => `${id} ${LANGUAGES.map((l) => places(policyText?.[l])).join(' ')}`);
		expect(bad).toEqual([]);
	});

	test('is never worded as law: what binds the reader is the policy', () => {
		const law: Record<Language, RegExp> = { en: /\bmust\b/i, 'zh-Hant': /必須/, 'zh-Hans': /必须/ };
		const bad = questions.flatMap(({ id, policyText }) =>
			LANGUAGES.filter((language) => law[language].test(policyText?.[language] ?? '')).map(
				(language) => `${id} ${language}`
			)
		);
		expect(bad).toEqual([]);
	});
});

describe('the compiler', () => {
	test('asks a critical question into the selections that this questionnaire has, and into no others', () => {
		const files = readQuestionnaireFolder(`questionnaires/${ID}`);
		const sections = files.sections.map((file) => ({
			...file,
			text: file.path.endsWith('security.yaml')
				? file.text.replaceAll('selections: [quick]', 'selections: []')
				: file.text
		}));
		const result = compileQuestionnaire({ ...files, sections });
		expect(result.ok ? [] : result.issues.map(({ code, params }) => [code, params])).toEqual(
			['agents', 'incident-reporting'].map(() => ['critical_in_every_selection', { missing: 'quick' }])
		);
	});
});
