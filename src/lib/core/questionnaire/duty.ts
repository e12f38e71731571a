import type { Duty, Question } from './types.ts';

/** @returns the duty in force on a day (ISO date): a recommendation may become a legal duty on a date */
export function dutyAt(question: Question, day: string): Duty {
	const { dutyFrom } = question;
	return dutyFrom && day >= dutyFrom.date ? dutyFrom.duty : question.duty;
}
