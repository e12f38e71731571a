import { failingConditions, ruleHolds } from './rule.ts';
import type { Condition, Question, Questionnaire } from './types.ts';

/** What a person answered to the scoping facts; a missing fact counts as `unsure`. */
export type ScopeAnswers = Readonly<Record<string, readonly string[] | 'unsure'>>;

/** Why a question does not count, and which facts removed it. */
export interface OutOfScope {
	readonly question: string;
	/** The rule as written in the questionnaire. */
	readonly rule: string;
	/** Conditions of the rule that do not hold. */
	readonly conditions: readonly string[];
	/** Scoping facts behind those conditions. */
	readonly facts: readonly string[];
}

export interface Scope {
	/** In questionnaire order. */
	readonly in: readonly Question[];
	readonly out: readonly OutOfScope[];
	/** Weight of the questions that each fact helped to remove; a question removed by two facts counts under both. */
	readonly weightRemoved: Readonly<Record<string, number>>;
}

/** @returns whether a fact was left blank or answered "not sure" */
export function isUnsure(answer: readonly string[] | 'unsure' | undefined): boolean {
	return answer === undefined || answer === 'unsure' || answer.length === 0;
}

/** @returns whether a condition holds; "not sure" and no answer count the more demanding way */
export function conditionHolds(condition: Condition, scope: ScopeAnswers): boolean {
	const answer = scope[condition.fact];
	if (isUnsure(answer)) return condition.whenUnsure;
	return condition.choices.some((choice) => (answer as readonly string[]).includes(choice));
}

/** A look-up of all conditions at once, for rules and the tier table. */
export function conditionReader(questionnaire: Questionnaire, scope: ScopeAnswers): (id: string) => boolean {
	const held = new Map(questionnaire.conditions.map((c) => [c.id, conditionHolds(c, scope)]));
	return (id) => held.get(id) ?? true;
}

/**
 * Splits the questions of a selection by the scoping facts.
 *
 * @param selection - id of a selection; only its questions appear in the result
 * @see docs/scoring.md#2-what-counts
 */
export function scopeOf(questionnaire: Questionnaire, selection: string, scope: ScopeAnswers): Scope {
	const holds = conditionReader(questionnaire, scope);
	const factOf = new Map(questionnaire.conditions.map((c) => [c.id, c.fact]));
	const inScope: Question[] = [];
	const out: OutOfScope[] = [];
	const weightRemoved: Record<string, number> = {};
	for (const question of questionnaire.questions) {
		if (!question.selections.includes(selection)) continue;
		if (ruleHolds(question.rule, holds)) {
			inScope.push(question);
			continue;
		}
		const conditions = failingConditions(question.rule, holds);
		const facts = [...new Set(conditions.map((id) => factOf.get(id) ?? id))];
		for (const fact of facts) weightRemoved[fact] = (weightRemoved[fact] ?? 0) + question.weight;
		out.push({ question: question.id, rule: question.when, conditions, facts });
	}
	return { in: inScope, out, weightRemoved };
}
