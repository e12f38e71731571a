import { screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { Assessment, Questionnaire } from '$lib/core/index.ts';
import {
	assessment,
	fromNotation,
	question,
	questionnaire,
	WORKED_EXAMPLE
} from '../../../../../../tests/fixtures/worked-example.ts';
import { expectAccessible, renderInApp } from '../../../../../../tests/helpers/render-in-app.ts';
import LegalDuties from './LegalDuties.svelte';
import { viewOf } from './testing.ts';
import Verdict from './Verdict.svelte';

const example = fromNotation(WORKED_EXAMPLE);

async function show(component: typeof Verdict | typeof LegalDuties, q: Questionnaire, a: Assessment) {
	const { session, view } = await viewOf(q, a);
	renderInApp(component, { view }, { session });
	return document.body.textContent?.replace(/\s+/g, ' ') ?? '';
}

describe('the verdict', () => {
	test('shows the score cut off, its range and what the range hangs on', async () => {
		const words = await show(Verdict, example.questionnaire, example.assessment);
		expect(words).toContain('65 of 100');
		expect(words).toContain('65–68, depending on the open question');
		expect(words).toContain('Largely in place');
		await expectAccessible(document.body);
	});

	test('names the question that holds the level down', async () => {
		const groups = ['a', 'b', 'c', 'd', 'e'];
		const questions = groups.map((id) =>
			question(id, id, { weight: 3, duty: id === 'a' ? 'must' : 'should' })
		);
		const light = questionnaire(questions, { minGroupWeight: 3 });
		// Group a: 3 of 9 points = 33, level 1. (33.3 + 4 × 100) / 5 = 86.7: band 3, held at 2 by a.
		const full = Object.fromEntries(groups.map((id) => [id, { grade: 3 as const }]));
		const words = await show(Verdict, light, assessment({ ...full, a: { grade: 1 } }));
		expect(words).toContain(
			'What holds the level at “Largely in place”, although the score alone would give “Embedded”'
		);
		expect(screen.getByRole('link', { name: 'a' }).getAttribute('href')).toBe(
			'/en/assessment/example/full/a/#a=a&q=a'
		);
	});

	test('gives a reason instead of a number when there is no score', async () => {
		const few = questionnaire([question('one', 'a', { weight: 3 })]);
		const words = await show(Verdict, few, assessment({ one: { grade: 3 } }));
		expect(words).toContain('No overall score');
		expect(words).toContain('needs 5 principles that each carry a weight of 5 or more');
		expect(words).not.toContain('of 100');
	});

	test('calls a shorter selection indicative and shows the full range beside it', async () => {
		const both = example.questionnaire.questions.map((q, index) => ({
			...q,
			selections: index === 0 ? ['full'] : ['full', 'quick']
		}));
		const selections = [
			{ id: 'quick', minutes: 20, indicative: true, orderBy: 'group' as const },
			...example.questionnaire.selections
		];
		const words = await show(
			Verdict,
			{ ...example.questionnaire, questions: both, selections },
			{ ...example.assessment, selection: 'quick' }
		);
		expect(words).toContain('Indicative');
		expect(words).toContain('Full, from the same answers: 65–68, with 1 question open.');
	});
});

describe('open legal duties', () => {
	const must = question('erase', 'a', { duty: 'must', weight: 3 });

	test('come with a count and advice, never with a verdict', async () => {
		const words = await show(LegalDuties, questionnaire([must]), assessment({ erase: { grade: 2 } }));
		expect(words).toContain('1 open legal duty');
		expect(words).toContain('A legal requirement is not shown to be met: look at this first, take advice.');
		expect(words).not.toMatch(/compliant|contravention|unlawful/i);
	});

	test('say that nothing is open without clearing anybody', async () => {
		const words = await show(LegalDuties, questionnaire([must]), assessment({ erase: { grade: 3 } }));
		expect(words).toContain('is not a clearance');
	});
});
