import type { Grade } from '../questionnaire/types.ts';
import type { GradeCondition } from './types.ts';

const CONDITION = /^\s*([a-z0-9]+(?:-[a-z0-9]+)*)\s*(<=|>=)\s*([0-3])\s*$/;

/**
 * Reads a condition such as `risk-assessment >= 2`.
 *
 * @returns the condition, or `null` when the text is not one
 */
export function parseGradeCondition(text: string): GradeCondition | null {
	const [, question, is, grade] = CONDITION.exec(text) ?? [];
	if (!question || !grade) return null;
	return { question, is: is === '<=' ? '<=' : '>=', grade: Number(grade) as Grade };
}

/** @returns whether a grade meets a condition */
export function meets({ is, grade: limit }: GradeCondition, grade: Grade): boolean {
	return is === '<=' ? grade <= limit : grade >= limit;
}
