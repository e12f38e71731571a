import { habitsOf, scoreAssessment, type Assessment } from '../core/index.ts';
import type { CompiledQuestionnaire } from '../core/questionnaire/compile.ts';

const WITHOUT_GRADE = {
	open: 'not answered yet',
	unknown: 'don’t know',
	notApplicable: 'not applicable'
} as const;

/** A person's result at a terminal, in English: there is no score, but a list of habits. */
export function habitsText({ structure, frame }: CompiledQuestionnaire, assessment: Assessment): string {
	const titles = new Map([...frame.themes, ...frame.principles].map(({ id, title }) => [id, title.en]));
	const habits = habitsOf(structure, scoreAssessment(structure, assessment));
	const lines = habits.map(({ id, standing, next }) => {
		const how =
			standing.kind === 'grade'
				? (frame.grades.find(({ grade }) => grade === standing.grade)?.label.en ?? String(standing.grade))
				: WITHOUT_GRADE[standing.kind];
		return `  ${titles.get(id) ?? id}: ${how}${next ? `, next ${next}` : ''}`;
	});
	return [`${assessment.selection}: ${habits.length} habits, no score`, ...lines].join('\n');
}
