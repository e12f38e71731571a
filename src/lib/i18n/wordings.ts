import type { Questionnaire } from '../core/index.ts';
import type { Messages } from './translator.ts';

/**
 * Other words for some messages: `results.section.json` beside `results.json` speaks of areas where that speaks of
 * principles, `….person.json` speaks to a person rather than to an organisation. Only what differs stands there.
 */
export type Wording = 'section' | 'person';

/** The wordings of a questionnaire, the more particular one last. */
export function wordingsOf({
	groupKind,
	audience
}: Pick<Questionnaire, 'groupKind' | 'audience'>): Wording[] {
	return [
		...(groupKind === 'section' ? (['section'] as const) : []),
		...(audience === 'person' ? (['person'] as const) : [])
	];
}

/** Puts other words over messages; what they do not name stays as it is. */
export function reworded(messages: Messages, others: readonly (Messages | undefined)[]): Messages {
	return others.reduce<Messages>((base, other) => (other ? (over(base, other) as Messages) : base), messages);
}

function over(base: unknown, other: unknown): unknown {
	if (!isBranch(base) || !isBranch(other)) return other;
	const keys = new Set([...Object.keys(base), ...Object.keys(other)]);
	return Object.fromEntries(
		[...keys].map((key) => [key, Object.hasOwn(other, key) ? over(base[key], other[key]) : base[key]])
	);
}

function isBranch(value: unknown): value is Messages {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
