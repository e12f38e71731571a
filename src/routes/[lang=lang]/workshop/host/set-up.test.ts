import { describe, expect, test } from 'vitest';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { roomCaseOf } from '$lib/core/room/cases.ts';
import { MAX_ITEMS, roomSpecSchema } from '$lib/core/room/schema.ts';
import { roomTextsOf } from '$lib/core/room/texts.ts';
import { loadCases } from '$lib/server/case-files.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import { BY_HAND, OF_CASE, questionsOf, specOf, type SetUpChoice } from './set-up.ts';

const textsIn = (id: string) => {
	const compiled = loadQuestionnaire(id);
	return roomTextsOf(compiled.structure, textsOf(compiled, 'en'));
};
const texts = textsIn('ai-privacy');
const choice = (more: Partial<SetUpChoice> = {}): SetUpChoice => ({
	title: '',
	told: null,
	selection: 'quick',
	picked: [],
	languages: ['zh-Hans', 'en'],
	roles: ['it', 'legal'],
	ownRole: '',
	pace: 'host',
	reveal: 'by-hand',
	showRoles: true,
	...more
});

describe('a room to be opened', () => {
	test.each(listQuestionnaires())('from every selection of %s is one that the server takes', (id) => {
		const own = textsIn(id);
		for (const { id: selection } of own.selections) {
			const spec = specOf(own, choice({ selection }));
			expect(roomSpecSchema.safeParse(spec).error).toBeUndefined();
			expect(questionsOf(own, choice({ selection })).length).toBeGreaterThan(5);
		}
	});

	test('keeps languages, roles and questions in one order, however they were chosen', () => {
		const picked = texts.questions.slice(0, 3).map(({ id }) => id);
		const spec = specOf(
			texts,
			choice({ selection: BY_HAND, picked: picked.toReversed(), ownRole: ' Front\tdesk ' })
		);
		expect(spec).toMatchObject({
			items: picked.map((question) => ({ question })),
			languages: ['en', 'zh-Hans'],
			roles: [{ id: 'legal' }, { id: 'it' }, { id: 'own', name: 'Front desk' }]
		});
		expect(spec).not.toHaveProperty('selection');
	});

	test('about a case takes its questions and its title, unless the host writes another one', () => {
		const { structure } = loadQuestionnaire('ai-privacy');
		for (const one of loadCases('ai-privacy')) {
			const told = roomCaseOf(one, structure, 'en');
			const spec = specOf(texts, choice({ told, selection: OF_CASE }));
			expect(roomSpecSchema.safeParse(spec).error).toBeUndefined();
			expect(spec).toMatchObject({
				case: one.id,
				title: one.title.en,
				items: told.questions.map((question) => ({ question }))
			});
			expect(spec).not.toHaveProperty('selection');
			const other = specOf(texts, choice({ told, selection: 'quick', title: 'Ours' }));
			expect(other).toMatchObject({ case: one.id, title: 'Ours', selection: 'quick' });
		}
	});

	test('names what is missing', () => {
		expect(specOf(texts, choice({ selection: BY_HAND }))).toBe('noQuestions');
		expect(specOf(texts, choice({ selection: OF_CASE }))).toBe('noQuestions');
		expect(specOf(texts, choice({ languages: [] }))).toBe('noLanguages');
		const many = {
			...texts,
			questions: Array.from({ length: MAX_ITEMS + 1 }, (_, index) => ({
				...texts.questions[0]!,
				id: `q${index}`
			}))
		};
		expect(specOf(many, choice({ selection: 'full' }))).toBe('noQuestions');
	});
});
