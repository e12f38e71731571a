import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OWN_POLICY } from '../../../../tests/fixtures/own-questionnaires.ts';
import { arbitraryAssessment } from '../../../../tests/helpers/random-assessment.ts';
import { createAssessment, scopeOf, type Assessment } from '../index.ts';
import { policyOutline } from './policy-outline.ts';

const { structure } = OWN_POLICY;
const empty = createAssessment(structure, { id: 'a', now: '2026-11-23T00:00:00.000Z', selection: 'quick' });
const outline = (over: Partial<Assessment>) =>
	policyOutline(structure, { ...empty, ...over }).map(({ id, missing, said }) => [
		id,
		missing.map(({ question }) => question),
		said.map(({ question }) => question)
	]);

describe('the outline of a policy', () => {
	test('holds by section what is not in place, not known or not answered, and what is said already', () => {
		const answers = {
			'scope-1': { grade: 3 },
			'scope-2': { grade: 1 },
			'data-1': { unknown: true },
			'data-2': { notApplicable: { reason: 'Nobody does it.', approver: 'Ms Chan' } },
			'support-1': { grade: 2 }
		} as const;
		expect(outline({ answers })).toEqual([
			['scope', ['scope-2'], ['scope-1']],
			['data', ['data-1'], []],
			['people', ['people-1', 'people-2'], []],
			['support', ['support-2'], ['support-1']]
		]);
	});

	test('leaves out what does not apply', () => {
		expect(outline({ scope: { size: ['small'] } })[2]).toEqual(['people', ['people-1'], []]);
	});

	test('holds every question that applies once, except those that are not applicable', () => {
		fc.assert(
			fc.property(arbitraryAssessment(structure), (assessment) => {
				const points = policyOutline(structure, assessment).flatMap(({ missing, said }) => [
					...missing,
					...said
				]);
				const asked = scopeOf(structure, 'full', assessment.scope).in.map(({ id }) => id);
				const given = points.map(({ question }) => question);
				expect(new Set(given).size).toBe(given.length);
				expect(asked).toEqual(expect.arrayContaining(given));
				for (const id of asked)
					if (!given.includes(id)) expect(assessment.answers[id]?.notApplicable).toBeDefined();
			})
		);
	});
});
