import { describe, expect, test } from 'vitest';
import { question, questionnaire } from '../../../tests/fixtures/worked-example.ts';
import type { Progress, SectionProgress } from '../core/index.ts';
import { readFragment, writeFragment } from './fragment.ts';
import { nextQuestion } from './next-question.ts';
import { searchQuestions } from './search-questions.ts';
import { minutesLeft } from './time-left.ts';

function section(id: string, questions: string[], openIds: string[]): SectionProgress {
	return {
		id,
		questions,
		answered: questions.length - openIds.length,
		openIds,
		flaggedIds: [],
		criticalOpenIds: []
	};
}
const progress: Progress = {
	sections: [section('one', ['a', 'b', 'c'], ['a', 'c']), section('two', ['d', 'e'], ['e'])],
	answered: 2,
	total: 5
};

describe('nextQuestion', () => {
	test('goes on after the question one is at, then to the next section, then round to the beginning', () => {
		expect(nextQuestion(progress, 'open', 'one', 'a')).toEqual({ section: 'one', question: 'c' });
		expect(nextQuestion(progress, 'open', 'one', 'c')).toEqual({ section: 'two', question: 'e' });
		expect(nextQuestion(progress, 'open', 'two', 'e')).toEqual({ section: 'one', question: 'a' });
	});

	test('at the head of a section its first question counts', () => {
		expect(nextQuestion(progress, 'open', 'one', null)).toEqual({ section: 'one', question: 'a' });
	});

	test('comes round to an earlier question of the same section', () => {
		const alone: Progress = {
			...progress,
			sections: [section('one', ['a', 'b'], ['a']), section('two', ['d'], [])]
		};
		expect(nextQuestion(alone, 'open', 'one', 'b')).toEqual({ section: 'one', question: 'a' });
	});

	test('says when there is none', () => {
		expect(nextQuestion(progress, 'flagged', 'one', null)).toBeNull();
	});
});

describe('minutesLeft', () => {
	const instrument = questionnaire(
		[question('a', 'g', { weight: 3 }), question('b', 'g', { weight: 1 }), question('c', 'g', { weight: 2 })],
		{
			selections: [{ id: 'full', minutes: 24, indicative: false, orderBy: 'group' }]
		}
	);

	test('shares the minutes of a selection out by weight', () => {
		// 24 minutes × (3 + 1) of 6
		expect(minutesLeft(instrument, 'full', ['a', 'b'])).toBe(16);
		expect(minutesLeft(instrument, 'full', [])).toBe(0);
	});
});

describe('searchQuestions', () => {
	const entries = [
		{ id: 'log', short: 'Records', question: 'Are results logged?', more: 'an incident can be traced' },
		{ id: 'incident', short: 'Incident plan', question: 'Is there a plan?', more: '事故應變計劃' }
	];

	test('finds every word anywhere, titles first, whatever the case or width of letters', () => {
		expect(searchQuestions(entries, 'INCIDENT').map(({ id }) => id)).toEqual(['incident', 'log']);
		expect(searchQuestions(entries, 'incident ｐｌａｎ').map(({ id }) => id)).toEqual(['incident']);
	});

	test('finds Chinese words without spaces around them', () => {
		expect(searchQuestions(entries, '應變').map(({ id }) => id)).toEqual(['incident']);
	});

	test('finds nothing for nothing', () => {
		expect(searchQuestions(entries, '  ')).toEqual([]);
	});
});

describe('the fragment of an address', () => {
	test('is read and written without loss, and an in-page link names nothing', () => {
		expect(readFragment(writeFragment({ a: '1f', q: 'named-owner' }))).toEqual({ a: '1f', q: 'named-owner' });
		expect(readFragment('#main')).toEqual({ a: null, q: null });
		expect(writeFragment({ a: null })).toBe('');
	});
});
