import { describe, expect, test } from 'vitest';
import { loadCases } from '../../server/case-files.ts';
import { loadQuestionnaire } from '../../server/questionnaire-files.ts';
import { caseAssessment } from '../questionnaire/case-assessment.ts';
import { checkAssessment } from '../assessment/check-assessment.ts';
import { parseAssessmentData } from '../assessment/parse-assessment.ts';
import { roomCaseOf } from './cases.ts';
import { compareRooms } from './compare-rooms.ts';
import { draftAssessment } from './draft-assessment.ts';
import { nextStep, previousPlace } from './next-step.ts';
import type { RoomFile } from './schema.ts';
import type { Choice, Counts, QuestionState } from './types.ts';

const { structure } = loadQuestionnaire('ai-privacy');
const idOf = (kind: string) => structure.questions.find((question) => question.kind === kind)!.id;

function entry(question: string, counts: Counts | null, agreed: Choice | null = null, note = '') {
	const state: QuestionState = counts ? 'revealed' : 'waiting';
	return { question, state, result: counts && { counts, roles: [] }, held: null, agreed, note };
}

function roomFile(questions: RoomFile['questions'], selection?: string): RoomFile {
	return {
		format: 'plumbline-room',
		formatVersion: 1,
		saved: '2026-11-23T09:00:00.000Z',
		opened: '2026-11-23T08:00:00.000Z',
		spec: {
			questionnaire: { id: structure.id, version: structure.version },
			...(selection && { selection }),
			items: questions.map(({ question }) => ({ question, kind: 'graded' })),
			languages: ['en'],
			roles: [],
			pace: 'host'
		},
		joined: 12,
		questions
	};
}

describe('a draft assessment of a room', () => {
	const [graded, checklist] = [idOf('graded'), idOf('checklist')];
	const others = structure.questions.filter(({ kind }) => kind === 'graded').map(({ id }) => id);
	const draft = (file: RoomFile) =>
		draftAssessment(
			structure,
			file,
			{ id: 'a1', now: '2026-11-23T10:00:00.000Z' },
			{ title: 'Workshop', note: ({ question, note }) => `${question}: ${note}` }
		);

	test('answers what was agreed, keeps every note, and leaves the rest open', () => {
		const { answers } = draft(
			roomFile([
				entry(graded, [0, 2, 5, 1, 0], 2, 'ask legal'),
				entry(others[1]!, [0, 0, 0, 0, 6], 'unknown'),
				entry(others[2]!, [1, 1, 1, 1, 1], null, 'come back to it'),
				entry(others[3]!, [1, 1, 1, 1, 1])
			])
		);
		expect(answers[graded]).toMatchObject({ grade: 2, note: `${graded}: ask legal` });
		expect(answers[others[1]!]).toMatchObject({ unknown: true });
		expect(answers[others[2]!]).toMatchObject({ flagged: true, note: expect.stringContaining('come back') });
		expect(answers[others[2]!]!.grade).toBeUndefined();
		expect(answers[others[3]!]).toBeUndefined();
	});

	test('leaves a checklist open and flagged, with the agreed grade in its note', () => {
		const answer = draft(roomFile([entry(checklist, [0, 0, 6, 0, 0], 2)])).answers[checklist];
		expect(answer).toMatchObject({ flagged: true, note: expect.any(String) });
		expect(answer!.grade).toBeUndefined();
	});

	test('is an assessment that opens without a mistake, for every question at once', () => {
		const file = roomFile(
			structure.questions.map(({ id }) => entry(id, [5, 0, 0, 5, 1], 3, 'note')),
			'quick'
		);
		const made = draft(file);
		expect(made.selection).toBe('quick');
		expect(parseAssessmentData(JSON.parse(JSON.stringify(made))).ok).toBe(true);
		expect(checkAssessment(structure, made)).toEqual([]);
	});

	test('of questions picked by hand, or of a selection that is not there, is of the full selection', () => {
		expect(draft(roomFile([entry(graded, null)])).selection).toBe('full');
		expect(draft(roomFile([entry(graded, null)], 'gone')).selection).toBe('full');
	});
});

describe.each(loadCases('ai-privacy').map((told) => [told.id, told] as const))(
	'a room about the case %s',
	(id, told) => {
		const { questions, story, title } = roomCaseOf(told, structure, 'zh-Hant');

		test('asks what its longest script puts to the room, once each, none of it answered beforehand', () => {
			expect(questions.length).toBeGreaterThan(3);
			expect(new Set(questions).size).toBe(questions.length);
			for (const question of questions) {
				expect(structure.questions.map((one) => one.id)).toContain(question);
				expect(told.answers[question]).toBeUndefined();
			}
			expect([title, story[0]]).toEqual([told.title['zh-Hant'], told.story[0]!['zh-Hant']]);
		});

		test('leads to a draft with the case’s facts and answers and with what the room agreed on', () => {
			const now = '2026-11-23T10:00:00.000Z';
			const start = caseAssessment(told, structure, { id, now: '2026-01-01T00:00:00.000Z', language: 'en' });
			const [beforehand] = Object.keys(start.answers);
			const made = draftAssessment(
				structure,
				roomFile([...questions, beforehand!].map((question) => entry(question, [0, 0, 6, 0, 0], 'unknown'))),
				{ id: 'a1', now, start },
				{ title: 'Workshop', note: () => 'noted' }
			);
			expect(made).toMatchObject({ id: 'a1', created: now, scope: start.scope, selection: 'full' });
			expect(made.details).toEqual({ ...start.details, title: 'Workshop' });
			expect(Object.keys(made.answers).sort()).toEqual(
				[...new Set([...Object.keys(start.answers), ...questions])].sort()
			);
			// The room has the last word, also on what the case had answered.
			expect(made.answers[beforehand!]).toEqual({ unknown: true, note: 'noted', updated: now });
			expect(checkAssessment(structure, made)).toEqual([]);
		});
	}
);

describe('two rooms compared', () => {
	test('says for each question that both have how far the median moved', () => {
		const compared = compareRooms(
			roomFile([entry('a', [5, 1, 0, 0, 0]), entry('b', [0, 6, 0, 0, 0]), entry('c', null)]),
			roomFile([entry('b', [0, 0, 0, 0, 6]), entry('a', [0, 0, 6, 0, 0]), entry('d', null), entry('e', null)])
		);
		expect(compared.questions.map(({ question, change }) => [question, change])).toEqual([
			['a', 2],
			['b', null]
		]);
		expect(compared.questions[0]!.before!.answered).toBe(6);
		expect([compared.onlyBefore, compared.onlyAfter]).toEqual([1, 2]);
	});
});

describe('a presenter’s remote', () => {
	const at = (current: number | null, state: QuestionState, result: unknown = null) =>
		nextStep({
			current,
			questions: [
				{ state, result },
				{ state: 'waiting', result: null }
			]
		});

	test('goes from the lobby through each question to the next', () => {
		expect(at(null, 'waiting')).toEqual({ kind: 'show', item: 0 });
		expect(at(0, 'waiting')).toEqual({ kind: 'open', item: 0 });
		expect(at(0, 'open')).toEqual({ kind: 'close', item: 0 });
		expect(at(0, 'closed', {})).toEqual({ kind: 'reveal', item: 0 });
		expect(at(0, 'revealed', {})).toEqual({ kind: 'show', item: 1 });
		expect(nextStep({ current: 0, questions: [{ state: 'revealed', result: {} }] })).toBeNull();
	});

	test('passes a result that is held back', () => {
		expect(at(0, 'closed')).toEqual({ kind: 'show', item: 1 });
	});

	test('goes back to the question before, and to the lobby before the first', () => {
		expect(previousPlace(2)).toEqual({ item: 1 });
		expect(previousPlace(0)).toEqual({ item: null });
		expect(previousPlace(null)).toBeNull();
	});
});
