import { describe, expect, test } from 'vitest';
import { visualRuns } from './right-to-left.ts';

const seen = (text: string): string => {
	const characters = [...text];
	const runs = visualRuns(characters.map((character) => character.codePointAt(0)!));
	return runs.flatMap(({ indices }) => indices.map((index) => characters[index])).join('');
};

describe('the order in which a line is seen', () => {
	test('is that of typing where everything runs from left to right', () => {
		expect(visualRuns([0x41, 0x8986, 0x6838])).toEqual([{ rightToLeft: false, indices: [0, 1, 2] }]);
		expect(visualRuns([])).toEqual([]);
	});
	test('turns words and the space between them round', () => {
		expect(seen('to אבג דה end')).toBe('to הד גבא end');
	});
	test('leaves numbers inside as they are, and those outside where they are', () => {
		expect(seen('אב 12,500, גד 7')).toBe('דג ,12,500 בא 7');
	});
	test('ends a run where another script begins', () => {
		expect(seen('אב, x גד.')).toBe('בא, x דג.');
	});
	test('keeps every character once', () => {
		const text = [...'מלה 3 مرحبا بالعالم ok (שלום)'].map((character) => character.codePointAt(0)!);
		const indices = visualRuns(text).flatMap((run) => run.indices);
		expect(indices.toSorted((a, b) => a - b)).toEqual([...text.keys()]);
	});
});
