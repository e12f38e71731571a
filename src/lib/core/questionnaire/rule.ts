/**
 * An applicability rule: any of several alternatives, each of which is all of
 * some named conditions. `all` is one alternative without conditions.
 */
export type Rule = readonly (readonly string[])[];

const CONDITION = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Reads a rule such as `pd + third` or `effect / auto / public`.
 *
 * `+` is *and* and binds tighter than `/`, which is *or*; `all` is always true.
 *
 * @returns the rule, or `null` when the text is not one
 */
export function parseRule(text: string): Rule | null {
	if (text.trim() === 'all') return [[]];
	const rule = text.split('/').map((alternative) => alternative.split('+').map((part) => part.trim()));
	return rule.flat().every((part) => CONDITION.test(part) && part !== 'all') ? rule : null;
}

/** @returns whether the rule holds, given which conditions hold */
export function ruleHolds(rule: Rule, holds: (condition: string) => boolean): boolean {
	return rule.some((alternative) => alternative.every(holds));
}

/** The conditions that stand in a rule's way: false ones of every alternative; none when it holds. */
export function failingConditions(rule: Rule, holds: (condition: string) => boolean): string[] {
	if (ruleHolds(rule, holds)) return [];
	return [...new Set(rule.flat().filter((condition) => !holds(condition)))];
}
