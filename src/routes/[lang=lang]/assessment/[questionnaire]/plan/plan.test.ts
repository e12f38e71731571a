import { describe, expect, test } from 'vitest';
import { scoreAssessment, type Action } from '$lib/core/index.ts';
import { assessment, fromNotation, WORKED_EXAMPLE } from '../../../../../../tests/fixtures/worked-example.ts';
import { countPlan, isOverdue, missingAcceptance, planOf, sortPlan } from './plan.ts';

const TODAY = '2026-11-23';
const example = fromNotation(WORKED_EXAMPLE);

function planWith(actions: Readonly<Record<string, Action>>) {
	const given = { ...example.assessment, actions };
	return planOf(example.questionnaire, given, scoreAssessment(example.questionnaire, given));
}
const ids = (rows: readonly { question: string }[]) => rows.map(({ question }) => question);
const byCodePoint = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe('the action plan', () => {
	test('holds gaps with an action in the order of gaps and offers the others', () => {
		const { planned, rest } = planWith({
			'fairness-3': { owner: 'Ann' },
			'human-oversight-1': { status: 'doing' }
		});
		expect(ids(planned)).toEqual(['human-oversight-1', 'fairness-3']);
		expect(ids(rest)).not.toContain('fairness-3');
		expect(ids(rest)[0]).toBe('fairness-1');
	});

	test('keeps an action whose gap was closed, since somebody typed it', () => {
		const { planned } = planWith({ 'accountability-1': { note: 'done in May' } });
		expect(planned).toMatchObject([{ question: 'accountability-1', gap: null, settled: 'closed' }]);
	});

	test('keeps an action whose question is not asked any more', () => {
		const elsewhere = {
			...example.questionnaire,
			questions: example.questionnaire.questions.map((q) =>
				q.id === 'fairness-1' ? { ...q, selections: ['other'] } : q
			)
		};
		const given = assessment({}, { actions: { 'fairness-1': { owner: 'Ann' } } });
		expect(planOf(elsewhere, given, scoreAssessment(elsewhere, given)).planned).toMatchObject([
			{ settled: 'out' }
		]);
	});

	test('sorts by date or owner with the empty ones last and ties in the order of gaps', () => {
		const { planned } = planWith({
			'human-oversight-1': {},
			'fairness-1': { due: '2027-02-01', owner: 'Bo' },
			'fairness-2': { due: '2026-12-01', owner: 'Ann' },
			'fairness-3': { due: '2026-12-01' }
		});
		expect(ids(sortPlan(planned, 'due', byCodePoint))).toEqual([
			'fairness-2',
			'fairness-3',
			'fairness-1',
			'human-oversight-1'
		]);
		expect(ids(sortPlan(planned, 'owner', byCodePoint))).toEqual([
			'fairness-2',
			'fairness-1',
			'human-oversight-1',
			'fairness-3'
		]);
	});

	test('counts what is overdue, has no owner or lacks part of an acceptance', () => {
		const { planned } = planWith({
			'human-oversight-1': { due: '2026-11-22' },
			'fairness-1': { status: 'done', due: '2026-01-01' },
			'fairness-2': { status: 'accepted', acceptedBy: 'Board', why: 'Pilot only' },
			'fairness-3': { status: 'doing', owner: 'Ann' }
		});
		expect(countPlan(planned, TODAY)).toEqual({
			open: 1,
			doing: 1,
			done: 1,
			accepted: 1,
			overdue: 1,
			unowned: 1,
			incomplete: 1
		});
	});
});

describe('a date', () => {
	test('is overdue from the day after it, and never once the action is done', () => {
		expect(isOverdue({ due: TODAY }, TODAY)).toBe(false);
		expect(isOverdue({ due: '2026-11-22' }, TODAY)).toBe(true);
		expect(isOverdue({ due: '2026-11-22', status: 'done' }, TODAY)).toBe(false);
	});

	test('of an accepted risk is the day until which it was accepted', () => {
		expect(isOverdue({ status: 'accepted', due: '2026-01-01', until: '2027-01-01' }, TODAY)).toBe(false);
		expect(isOverdue({ status: 'accepted', until: '2026-11-01' }, TODAY)).toBe(true);
	});
});

describe('an accepted risk', () => {
	test('needs a person, a reason and an end', () => {
		expect(missingAcceptance({ status: 'accepted', acceptedBy: ' ', why: 'cost' })).toEqual([
			'acceptedBy',
			'until'
		]);
		expect(missingAcceptance({ status: 'open' })).toEqual([]);
	});
});
