import { describe, expect, test } from 'vitest';
import { createAssessment } from '../../src/lib/core/assessment/create.ts';
import { scopeOf, type ScopeAnswers } from '../../src/lib/core/questionnaire/scope.ts';
import { exposureOf } from '../../src/lib/core/scoring/exposure.ts';
import { loadQuestionnaire } from '../../src/lib/server/questionnaire-files.ts';

const { structure, claims } = loadQuestionnaire('data-scraping');
const NEW = { id: '6b1f2c3d-0000-4000-8000-000000000000', now: '2026-11-23T00:00:00Z', selection: 'full' };

/** A clinic's page: three doctors' names, run by its own people, nothing given away. */
const clinic: ScopeAnswers = {
	kind: ['own-site'],
	people: ['few'],
	see: ['anyone'],
	publish: ['staff'],
	sens: ['none'],
	run: ['own'],
	permit: ['none'],
	train: ['excluded']
};
/** Everything that adds a question. */
const most: ScopeAnswers = { ...clinic, run: ['provider'], permit: ['api'], train: ['yes'] };

describe('who is asked what', () => {
	test('fourteen questions are asked of everybody, eighteen where everything applies', () => {
		expect(scopeOf(structure, 'full', clinic).in).toHaveLength(14);
		expect(scopeOf(structure, 'full', most).in).toHaveLength(18);
	});

	test('somebody who is sure of nothing is asked everything', () => {
		expect(scopeOf(structure, 'full', {}).out).toEqual([]);
	});

	test('three sections are heavy enough for an overall score under every set of facts', () => {
		for (const scope of [clinic, most, {}]) {
			const inScope = scopeOf(structure, 'full', scope).in;
			const heavy = structure.groups.filter(
				({ id }) =>
					inScope.filter(({ group }) => group === id).reduce((sum, { weight }) => sum + weight, 0) >=
					structure.minGroupWeight
			);
			expect(heavy.length).toBeGreaterThanOrEqual(structure.minGroups);
		}
	});
});

describe('the exposure tier', () => {
	test.each<[string, ScopeAnswers, 'lower' | 'medium' | 'higher']>([
		["a clinic's page with three names", clinic, 'lower'],
		['the same page with direct telephone numbers', { ...clinic, sens: ['contact'] }, 'medium'],
		['children that anyone can see', { ...clinic, sens: ['children'] }, 'higher'],
		[
			'children that only checked parents see',
			{ ...clinic, sens: ['children'], see: ['approved'] },
			'medium'
		],
		['a marketplace with a million users', { ...clinic, people: ['mass'], see: ['sign-up'] }, 'higher'],
		['a forum with some thousand users', { ...clinic, kind: ['social'], people: ['many'] }, 'higher'],
		['a directory of some thousand names', { ...clinic, kind: ['directory'], people: ['many'] }, 'medium'],
		['a closed register that trains AI', { ...clinic, see: ['approved'], train: ['yes'] }, 'medium'],
		[
			'health data given on in bulk',
			{ ...clinic, see: ['approved'], sens: ['life'], permit: ['contract'] },
			'higher'
		],
		['nothing known', {}, 'higher']
	])('%s', (_, scope, tier) => {
		expect(exposureOf(structure, { ...createAssessment(structure, NEW), scope }).tier).toBe(tier);
	});
});

test('no claim of a joint statement is filed as law: those are what the authorities expect', () => {
	const statements = claims.filter(({ document }) =>
		['ds23', 'ds24', 'pcpd2410', 'pcpd2411'].includes(document)
	);
	expect(statements.length).toBeGreaterThan(20);
	expect(statements.filter(({ level }) => level === 'LAW')).toEqual([]);
});
