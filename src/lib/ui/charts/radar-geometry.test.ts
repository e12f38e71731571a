import { describe, expect, test } from 'vitest';
import {
	firstLineOffset,
	labelLines,
	labelPlace,
	linePath,
	onAxis,
	ringPoints,
	valuePoints
} from './radar-geometry.ts';

describe('a radar', () => {
	test('starts at the top and goes round clockwise', () => {
		const [up, right, down] = [0, 1, 2].map((index) => onAxis(index, 4, 100));
		expect([up!.x, up!.y]).toEqual([0, -100]);
		expect(right!.x).toBeCloseTo(100);
		expect(right!.y).toBeCloseTo(0);
		expect(down!.y).toBeCloseTo(100);
	});

	test('has a corner for each axis in every ring', () => {
		expect(ringPoints(7, 50).split(' ')).toHaveLength(7);
	});

	test('puts a value at its share of the radius and never outside the last ring', () => {
		const [half, over, none] = valuePoints([50, 130, null], 100, 80);
		expect(Math.hypot(half!.x, half!.y)).toBeCloseTo(40);
		expect(Math.hypot(over!.x, over!.y)).toBeCloseTo(80);
		expect(none).toBeNull();
	});

	test('closes the line when every value is known', () => {
		expect(linePath(valuePoints([10, 20, 30], 100, 100))).toMatch(/^M.*Z$/);
	});

	test('leaves a hole where a value is missing instead of drawing 0', () => {
		// Four axes, the third without a value: only 4→1 and 1→2 have both ends.
		const path = linePath(valuePoints([10, 20, null, 40], 100, 100));
		expect(path).not.toContain('Z');
		expect(path.match(/M/g)).toHaveLength(2);
	});

	test('draws nothing when nothing is known', () => {
		expect(linePath([null, null, null])).toBe('');
	});
});

describe('axis labels', () => {
	test('are anchored on the side that faces the chart', () => {
		expect([0, 1, 2, 3, 4, 5, 6].map((index) => labelPlace(index, 7, 100).anchor)).toEqual([
			'middle',
			'start',
			'start',
			'start',
			'end',
			'end',
			'end'
		]);
	});

	test('rise wholly above the chart at the top and hang wholly below it at the bottom', () => {
		const top = firstLineOffset({ x: 0, y: -100 }, 100, 3, 10);
		const bottom = firstLineOffset({ x: 0, y: 100 }, 100, 3, 10);
		expect(top).toBeLessThanOrEqual(-20);
		expect(bottom).toBeGreaterThan(0);
	});

	test('break into two even lines at a space when they are long', () => {
		expect(labelLines('Reliability and security')).toEqual(['Reliability', 'and security']);
		expect(labelLines('Fairness')).toEqual(['Fairness']);
		expect(labelLines('可靠及安全')).toEqual(['可靠及安全']);
	});
});
