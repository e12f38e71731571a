import { fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assessment, question, questionnaire } from '../../../../../../../tests/fixtures/worked-example.ts';
import { expectAccessible, renderInApp } from '../../../../../../../tests/helpers/render-in-app.ts';
import type { Answer, Assessment, FrameTexts, Question } from '$lib/core/index.ts';
import { AssessmentSession } from '$lib/state/assessment-session.svelte.ts';
import { MemoryStore } from '$lib/storage/memory-store.ts';
import { HelpLoader } from './help-loader.svelte.ts';
import QuestionItem from './QuestionItem.svelte';
import type { AnswerTexts, SectionHelp } from './section-texts.ts';

const graded = question('named-owner', 'g', { weight: 3, unit: 'system', allowsNotApplicable: true });
const checklist = question('notice', 'g', {
	kind: 'checklist',
	elements: [
		{ id: 'purpose', required: true },
		{ id: 'rights', required: true },
		{ id: 'extra', required: false }
	],
	grades: [0, 1, 3]
});
const yesNo = question('barred', 'g', { kind: 'yes-no' });
const instrument = questionnaire([graded, checklist, yesNo]);

const label = (text: string) => ({ label: text, text: `${text}: what it means` });
const frame = {
	grades: ['Not in place', 'Planned', 'Mostly', 'Fully'].map(label),
	coverage: ['No system', 'Some systems', 'Exposed systems', 'All systems'].map(label),
	duties: { should: label('Recommended') },
	markers: {}
} as unknown as FrameTexts;
const texts: AnswerTexts = {
	short: 'Owner',
	question: 'Is somebody answerable?',
	good: null,
	anchors: ['Nobody', 'Talked about', 'Named', 'Named and known'],
	elements: { purpose: 'The purpose', rights: 'The rights', extra: 'More than asked' }
};
const help: SectionHelp = {
	questions: {
		'named-owner': {
			why: ['Because.'],
			good: ['A named person, of the ', { term: 'data-user', text: 'data user' }, '.'],
			evidence: ['A letter'],
			action: 'Name one.',
			weightReason: 'It matters.',
			criticalReason: null,
			notApplicable: 'Only where there is no system.'
		}
	},
	claims: {},
	documents: {},
	terms: { 'data-user': { term: 'data user', definition: 'Whoever controls the data.' } }
};

async function show(shown: Question, answer?: Answer, over: Partial<Assessment> = {}) {
	const store = new MemoryStore();
	await store.replace(assessment(answer ? { [shown.id]: answer } : {}, over));
	const session = new AssessmentSession(instrument, { store });
	await session.open('a');
	const given = { ...texts, anchors: shown.kind === 'yes-no' ? ['No', 'Yes'] : texts.anchors };
	const props = {
		question: shown,
		texts: given,
		number: 1,
		hidden: false,
		questionnaire: instrument,
		frame,
		loader: new HelpLoader(),
		address: '/s/'
	};
	const result = renderInApp(QuestionItem, props, { session, inside: 'ol' });
	return { ...result, container: document.body, session, store };
}
const radio = (name: RegExp) => screen.getByRole('radio', { name });

beforeEach(() => {
	localStorage.clear();
	// Without frames a choice is taken over at once.
	vi.stubGlobal('requestAnimationFrame', undefined);
});
afterEach(() => {
	vi.unstubAllGlobals();
});

describe('a graded question', () => {
	test('offers its own four answers, and the one chosen is stored', async () => {
		const { container, session, store } = await show(graded);
		expect(screen.getByRole('group', { name: /Is somebody answerable/ })).toBeTruthy();
		await fireEvent.click(radio(/^Mostly Named$/));
		await session.flush();
		expect((await store.read('a'))?.answers['named-owner']?.grade).toBe(2);
		await expectAccessible(container);
	});

	test('asked of a whole organisation, shows the shared scale beside its own best anchor', async () => {
		await show(graded, undefined, { details: { unit: 'organisation' } });
		expect(radio(/^All systems/)).toBeTruthy();
		expect(screen.getByText(/Named and known/)).toBeTruthy();
		expect(screen.queryByText('Talked about')).toBeNull();
	});

	test('can be cleared, and the clearing undone with the same button', async () => {
		const { said, session } = await show(graded, { grade: 1, note: 'kept' });
		const button = screen.getByRole('button', { name: 'Clear the answer' });
		await fireEvent.click(button);
		expect(session.answer('named-owner')).toMatchObject({ note: 'kept' });
		expect(session.answer('named-owner')?.grade).toBeUndefined();
		expect(button.textContent?.trim()).toBe('Undo');
		await fireEvent.click(button);
		expect(session.answer('named-owner')?.grade).toBe(1);
		expect(said).toHaveLength(2);
	});

	test('says where an inherited answer comes from and makes it one’s own on request', async () => {
		const inherited = { assessment: 'org', updated: '2026-03-05T12:00:00.000Z' };
		const { session } = await show(graded, { grade: 3, inherited });
		expect(screen.getByText(/5 March 2026/)).toBeTruthy();
		await fireEvent.click(screen.getByRole('button', { name: /own answer/ }));
		expect(session.answer('named-owner')).toMatchObject({ grade: 3 });
		expect(session.answer('named-owner')?.inherited).toBeUndefined();
	});

	test('opens its help in place, and tries again when it could not be fetched', async () => {
		const fetched = vi
			.fn()
			.mockRejectedValueOnce(new TypeError('offline'))
			.mockResolvedValue(Response.json(help));
		vi.stubGlobal('fetch', fetched);
		const { container } = await show(graded);
		const details = screen.getByText(/^Help:/).closest('details') as HTMLDetailsElement;
		details.open = true;
		await fireEvent(details, new Event('toggle'));
		await fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
		expect(await screen.findByText('Because.')).toBeTruthy();
		expect(fetched).toHaveBeenLastCalledWith('/s/help.json', expect.anything());
		await expectAccessible(container);
	});

	test('explains a term of the glossary where its help uses it', async () => {
		vi.stubGlobal('fetch', vi.fn().mockResolvedValue(Response.json(help)));
		const { container } = await show(graded);
		const details = screen.getByText(/^Help:/).closest('details') as HTMLDetailsElement;
		details.open = true;
		await fireEvent(details, new Event('toggle'));
		const term = await screen.findByRole('button', { name: 'data user', description: /^Whoever controls/ });
		const target = document.getElementById(term.getAttribute('popovertarget') ?? '');
		expect(target?.hasAttribute('popover')).toBe(true);
		expect(target?.querySelector('a')?.getAttribute('href')).toBe('/en/glossary/#data-user');
		// A term is never part of a link, a label or a heading.
		expect(term.closest('a, label, legend, summary, h2, h3')).toBeNull();
		await expectAccessible(container);
	});

	test('has a note, a basis and evidence in place, and removed evidence comes back', async () => {
		const { container, session } = await show(graded, {
			evidence: [{ what: 'Charter' }, { what: 'Minutes' }]
		});
		const details = screen.getByText(/^Note, basis/).closest('details') as HTMLDetailsElement;
		details.open = true;
		await fireEvent(details, new Event('toggle'));
		await fireEvent.input(screen.getByRole('textbox', { name: 'Note' }), { target: { value: '備註 😀' } });
		await fireEvent.click(screen.getByRole('button', { name: 'Remove evidence 1' }));
		expect(session.answer('named-owner')).toMatchObject({ note: '備註 😀', evidence: [{ what: 'Minutes' }] });
		await fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
		expect(session.answer('named-owner')?.evidence).toEqual([{ what: 'Charter' }, { what: 'Minutes' }]);
		await expectAccessible(container);
	});
});

describe('a yes-or-no question', () => {
	test('offers the lowest and the highest grade only', async () => {
		const { session } = await show(yesNo);
		expect(screen.getAllByRole('radio').map((input) => (input as HTMLInputElement).value)).toEqual([
			'0',
			'3',
			'unknown',
			'na'
		]);
		await fireEvent.click(radio(/Yes/));
		expect(session.answer('barred')?.grade).toBe(3);
	});
});

describe('a checklist', () => {
	test('stays open until Done or None of these is chosen, then follows the ticks', async () => {
		const { container, session } = await show(checklist);
		await fireEvent.click(screen.getByRole('checkbox', { name: 'The purpose' }));
		expect(screen.getByText(/^Open until/)).toBeTruthy();
		await fireEvent.click(radio(/^Done/));
		expect(screen.getByText('1 of 2 required elements: Planned')).toBeTruthy();
		await fireEvent.click(screen.getByRole('checkbox', { name: 'The rights' }));
		expect(screen.getByText('2 of 2 required elements: Fully')).toBeTruthy();
		expect(session.answer('notice')).toMatchObject({ elements: ['purpose', 'rights'], done: true });
		await expectAccessible(container);
	});

	test('says which element is not scored, and it earns nothing', async () => {
		await show(checklist, { elements: ['extra'], done: true });
		expect(screen.getByRole('checkbox', { name: /More than asked \(not scored\)/ })).toBeTruthy();
		expect(screen.getByText('0 of 2 required elements: Not in place')).toBeTruthy();
	});

	test('None of these takes the ticks away', async () => {
		await show(checklist, { elements: ['purpose'] });
		await fireEvent.click(radio(/^None of these/));
		expect((screen.getByRole('checkbox', { name: 'The purpose' }) as HTMLInputElement).checked).toBe(false);
	});
});

describe('not applicable', () => {
	test('counts only when reason and approver are both given, and says so', async () => {
		const { container, session } = await show(graded);
		await fireEvent.click(radio(/^Not applicable/));
		const form = within(container);
		expect(form.getByText(/^Counts as open until/)).toBeTruthy();
		await fireEvent.input(screen.getByRole('textbox', { name: 'Reason' }), {
			target: { value: 'No such system' }
		});
		await fireEvent.input(screen.getByRole('textbox', { name: 'Approved by' }), {
			target: { value: 'Head of Legal' }
		});
		expect(form.getByText(/^Counts as not applicable/)).toBeTruthy();
		expect(session.answer('named-owner')?.notApplicable).toEqual({
			reason: 'No such system',
			approver: 'Head of Legal'
		});
		await expectAccessible(container);
	});

	test('what was written comes back when another answer was only tried out', async () => {
		const { session } = await show(graded);
		await fireEvent.click(radio(/^Not applicable/));
		await fireEvent.input(screen.getByRole('textbox', { name: 'Reason' }), {
			target: { value: 'No such system' }
		});
		await fireEvent.click(radio(/^Planned/));
		expect(session.answer('named-owner')?.notApplicable).toBeUndefined();
		await fireEvent.click(radio(/^Not applicable/));
		expect(session.answer('named-owner')?.notApplicable?.reason).toBe('No such system');
	});

	test('is not offered where the question does not allow it', async () => {
		await show({ ...graded, allowsNotApplicable: false });
		expect(screen.queryByRole('radio', { name: /Not applicable/ })).toBeNull();
	});
});
