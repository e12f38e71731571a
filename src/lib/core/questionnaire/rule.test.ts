import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failingConditions, parseRule, ruleHolds } from './rule.ts';

describe('rules', () => {
	test('read + as and, / as or, and + first', () => {
		expect(parseRule('pd + third / public')).toEqual([['pd', 'third'], ['public']]);
		expect(parseRule('all')).toEqual([[]]);
	});

	test.each(['', '+', 'pd +', 'pd third', 'pd / ', 'All', 'pd + all'])('refuse %j', (text) => {
		expect(parseRule(text)).toBeNull();
	});

	test('hold when all conditions of one alternative hold', () => {
		const rule = parseRule('pd + third / public')!;
		const holds = (...names: string[]) => ruleHolds(rule, (id) => names.includes(id));
		expect([holds('pd'), holds('pd', 'third'), holds('public'), holds()]).toEqual([false, true, true, false]);
	});

	test('name a false condition for every alternative exactly when they do not hold', () => {
		const condition = fc.constantFrom('a', 'b', 'c', 'd');
		fc.assert(
			fc.property(
				fc.array(fc.array(condition, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
				fc.subarray(['a', 'b', 'c', 'd']),
				(rule, held) => {
					const holds = (id: string) => held.includes(id);
					const failing = failingConditions(rule, holds);
					if (ruleHolds(rule, holds)) return failing.length === 0;
					return (
						failing.every((id) => !holds(id)) &&
						rule.every((alternative) => alternative.some((id) => failing.includes(id)))
					);
				}
			)
		);
	});
});
