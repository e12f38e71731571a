import type { Rule } from '../questionnaire/rule.ts';
import type { Grade } from '../questionnaire/types.ts';

/** What a hint asks of one answer: `ai-inventory <= 0`. */
export interface GradeCondition {
	readonly question: string;
	readonly is: '<=' | '>=';
	readonly grade: Grade;
}

/** Two or more answers that do not fit together, in one language. Hints point out; they never change a score. */
export interface Hint {
	readonly id: string;
	/** All of them have to hold. */
	readonly answers: readonly GradeCondition[];
	/** Scoping facts that have to hold as well; `[[]]` asks for none. */
	readonly rule: Rule;
	readonly text: string;
}
