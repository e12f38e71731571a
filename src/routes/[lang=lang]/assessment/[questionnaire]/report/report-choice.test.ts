import { describe, expect, test } from 'vitest';
import type { Assessment } from '$lib/core/index.ts';
import { ReportChoice } from './report-choice.svelte.ts';

describe('what goes into a report', () => {
	test('is the full record until something else is chosen', () => {
		const choice = new ReportChoice('zh-Hant', 'Confidential', null, true);
		expect(choice.preset).toBe('full');
		expect(choice.options).toMatchObject({ detail: 'everything', confidentiality: 'Confidential' });
		choice.takePreset('board');
		expect(choice.printed).toEqual(['cover', 'verdict']);
	});

	test('becomes the person’s own choice with the first tick, and keeps the report’s order', () => {
		const choice = new ReportChoice('en', '', null, true);
		choice.takePreset('board');
		choice.tick('plan', true);
		choice.tick('gaps', true);
		expect(choice.preset).toBe('own');
		expect(choice.printed).toEqual(['cover', 'verdict', 'gaps', 'plan']);
		choice.tick('gaps', false);
		choice.tick('plan', false);
		expect(choice.preset).toBe('own');
	});

	test('carries the data, but not for the board and without notes where none are printed, until the person says', () => {
		const choice = new ReportChoice('en', '');
		expect(choice.options.data).toBe('everything');
		choice.detail = 'no-notes';
		expect(choice.options.data).toBe('answers');
		choice.takePreset('board');
		expect(choice.options.data).toBe('nothing');
		choice.takeData('everything');
		expect(choice.options.data).toBe('everything');
		choice.takePreset('full');
		expect(choice.options.data).toBe('everything');
	});

	test('offers the chapter on changes only with something to compare with', () => {
		const choice = new ReportChoice('en', '', null, true);
		expect(choice.offered).not.toContain('change');
		choice.previous = {} as Assessment;
		expect(choice.printed).toContain('change');
		choice.takePreset('board');
		expect(choice.printed).not.toContain('change');
	});

	test('offers the chapter on other frameworks only for a questionnaire that has been read beside them', () => {
		expect(new ReportChoice('en', '', null, true).printed).toContain('crosswalk');
		expect(new ReportChoice('en', '', null, false).printed).not.toContain('crosswalk');
	});
});
