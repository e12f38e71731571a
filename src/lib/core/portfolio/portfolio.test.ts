import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessment, question, questionnaire } from '../../../../tests/fixtures/worked-example.ts';
import type { Assessment } from '../assessment/types.ts';
import { criticalGaps, dueActions, expiringEvidence, heatMaps } from './dashboard.ts';
import { portfolioEntry } from './entry.ts';
import { filterEntries, PORTFOLIO_ORDERS, sortEntries } from './list.ts';

const groups = ['a', 'b', 'c', 'd', 'e'];
const structure = questionnaire(
	groups.flatMap((group) => [
		question(`${group}-1`, group, { weight: 3, critical: group === 'a' }),
		question(`${group}-2`, group, { weight: 2 })
	])
);
const all = (grade: 0 | 1 | 2 | 3) =>
	Object.fromEntries(structure.questions.map(({ id }) => [id, { grade }] as const));
const entry = (answers: Assessment['answers'], over: Partial<Assessment> = {}) =>
	portfolioEntry(structure, assessment(answers, over));
const nameOf = ({ assessment: { id } }: { assessment: Assessment }) => id;
const plain = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const chatbot = entry(all(1), {
	id: 'Chatbot',
	updated: '2026-03-01T00:00:00Z',
	details: { system: 'Ah Yau 阿柚', owner: 'Chan', supplier: 'Example Ltd', systemStatus: 'live' }
});
const scoring = entry(all(3), { id: 'Scoring', updated: '2026-02-01T00:00:00Z', details: { owner: ' Au ' } });
const blank = entry({}, { id: 'Blank', updated: '2026-01-01T00:00:00Z' });
const entries = [chatbot, scoring, blank];

describe('an entry of the portfolio', () => {
	test('says how far the answering is and what is critical', () => {
		expect(entries.map(({ state, answered, total }) => [state, answered, total])).toEqual([
			['complete', 10, 10],
			['complete', 10, 10],
			['new', 0, 10]
		]);
		expect(chatbot.critical.map((gap) => gap.question)).toEqual(['a-1']);
		expect(scoring.level).toBe(3);
	});

	test('of a questionnaire that this app does not have is listed without a score', () => {
		const unknown = portfolioEntry(null, chatbot.assessment);
		expect(unknown).toMatchObject({ score: null, level: null, state: 'started', answered: 10 });
	});
});

describe('the list', () => {
	const found = (filter: Parameters<typeof filterEntries>[1]) =>
		filterEntries(entries, filter, nameOf).map(nameOf);

	test('finds every word anywhere, in any order, whatever the case or width of letters', () => {
		expect(found({ search: 'EXAMPLE ｃｈａｔ' })).toEqual(['Chatbot']);
		expect(found({ search: '阿柚' })).toEqual(['Chatbot']);
		expect(found({ search: 'chatbot scoring' })).toEqual([]);
	});

	test('is narrowed by each filter', () => {
		expect(found({ owner: 'Au' })).toEqual(['Scoring']);
		expect(found({ level: '3' })).toEqual(['Scoring']);
		expect(found({ state: 'new' })).toEqual(['Blank']);
		expect(found({ systemStatus: 'live' })).toEqual(['Chatbot']);
		expect(found({ questionnaire: 'another' })).toEqual([]);
	});

	test('leaves out what was archived, until that alone is asked for', () => {
		const put = entry({}, { id: 'Old', archived: true });
		expect(filterEntries([...entries, put], {}, nameOf)).toEqual(entries);
		expect(filterEntries([...entries, put], { archived: true }, nameOf)).toEqual([put]);
	});

	test('puts the lowest score and the most critical gaps first, and what has none last', () => {
		const order = (by: (typeof PORTFOLIO_ORDERS)[number]) =>
			sortEntries(entries, by, nameOf, plain).map(nameOf);
		expect(order('score')).toEqual(['Blank', 'Chatbot', 'Scoring']);
		expect(order('critical')).toEqual(['Chatbot', 'Blank', 'Scoring']);
		expect(order('owner')).toEqual(['Scoring', 'Chatbot', 'Blank']);
		expect(order('updated')).toEqual(['Chatbot', 'Scoring', 'Blank']);
	});

	test('never loses or invents an entry by sorting, and sorting again changes nothing', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(entries), fc.constantFrom(...PORTFOLIO_ORDERS), (some, by) => {
				const once = sortEntries(some, by, nameOf, plain);
				expect(new Set(once)).toEqual(new Set(some));
				expect(sortEntries(once, by, nameOf, plain)).toEqual(once);
			})
		);
	});
});

describe('the dashboard', () => {
	test('has one table a questionnaire, with the scores that each assessment has by itself', () => {
		const other = portfolioEntry(
			{ ...structure, id: 'other' },
			assessment(all(2), { questionnaire: { id: 'other', version: '1.0.0' } })
		);
		const maps = heatMaps([...entries, other, portfolioEntry(null, assessment({}, { id: 'x' }))]);
		expect(maps.map((map) => [map.questionnaire.id, map.rows.length])).toEqual([
			['example', 3],
			['other', 1]
		]);
		expect(maps[0]?.rows[0]?.cells).toEqual(chatbot.score?.groups);
	});

	test('names the critical gaps of every system with what is planned for them', () => {
		const planned = entry(all(0), { id: 'p', actions: { 'a-1': { owner: 'Lee' } } });
		expect(criticalGaps([planned, scoring]).map(({ gap, action }) => [gap.question, action?.owner])).toEqual([
			['a-1', 'Lee']
		]);
	});

	test('lists what is still to be done by day or by owner, and forgets nothing without a day', () => {
		const one = entry(
			{},
			{
				id: 'one',
				actions: {
					'a-1': { owner: 'Wong', due: '2026-05-01' },
					'a-2': { owner: 'Au' },
					'b-1': { status: 'done', due: '2026-01-01' },
					'b-2': { status: 'accepted', until: '2026-04-01', due: '2026-01-01' }
				}
			}
		);
		const due = (by: 'due' | 'owner') => dueActions([one], '2026-04-15', by).map(({ question: id }) => id);
		expect(due('due')).toEqual(['b-2', 'a-1', 'a-2']);
		expect(due('owner')).toEqual(['a-2', 'a-1', 'b-2']);
		expect(dueActions([one], '2026-04-15').map(({ overdue }) => overdue)).toEqual([true, false, false]);
	});

	test('tells evidence that has expired from evidence that soon will', () => {
		const evidence = ['2026-04-14', '2026-04-15', '2026-07-14', '2026-07-15', ''].map((expires) => ({
			what: expires,
			expires
		}));
		const one = entry({ 'a-1': { grade: 3, evidence } });
		expect(expiringEvidence([one], '2026-04-15').map(({ expires, expired }) => [expires, expired])).toEqual([
			['2026-04-14', true],
			['2026-04-15', false],
			['2026-07-14', false]
		]);
	});
});
