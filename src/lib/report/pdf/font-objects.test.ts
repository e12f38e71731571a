import { describe, expect, test } from 'vitest';
import { toUnicodeMap, widthArray } from './font-objects.ts';

describe('widthArray', () => {
	test('leaves out squares, which are the default', () => {
		expect(widthArray([600, 250, 1000, 1000, 512.5, 1000])).toBe('[0[600 250] 4[512.5]]');
	});
});

describe('toUnicodeMap', () => {
	test('writes characters beyond U+FFFF as surrogate pairs', () => {
		expect(toUnicodeMap(['', 'A', '𨋢'])).toContain(
			'2 beginbfchar\n<0001><0041>\n<0002><D860DEE2>\nendbfchar'
		);
	});
	test('lists at most a hundred pairs at a time', () => {
		const map = toUnicodeMap([
			'',
			...Array.from({ length: 150 }, (_, index) => String.fromCodePoint(0x4e00 + index))
		]);
		expect(map.match(/\d+ beginbfchar/g)).toEqual(['100 beginbfchar', '50 beginbfchar']);
	});
});
