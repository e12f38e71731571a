import type { Duty, Question } from './types.ts';

/** @returns the duty in force on a day (ISO date): a recommendation may become a legal duty on a date */
export function dutyAt(question: Question, day: string): Duty {
	const { dutyFrom } = question;
	return dutyFrom && day >= dutyFrom.date ? dutyFrom.duty : question.duty;
}

/** @returns whether the Ordinance requires it, on some day */
export function mayBeMust({ duty, dutyFrom }: Pick<Question, 'duty' | 'dutyFrom'>): boolean {
	return duty === 'must' || dutyFrom?.duty === 'must';
}
