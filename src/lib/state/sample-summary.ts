import { findGaps, floor, scoreAssessment, type GapPriority, type Level } from '../core/index.ts';
import type { Language } from '../core/languages.ts';
import type { CompiledQuestionnaire } from '../core/questionnaire/compile.ts';
import { textsOf } from '../core/questionnaire/texts-of.ts';
import { sampleAssessment } from './sample.ts';

/** The sample's result in a few numbers and words, worked out by the same rules as everybody's. */
export interface SampleSummary {
	readonly title: string;
	readonly organisation: string;
	readonly score: number | null;
	/** With the open question counted as 3. */
	readonly high: number | null;
	readonly open: number;
	readonly level: { readonly value: Level; readonly label: string } | null;
	readonly groups: readonly { readonly id: string; readonly label: string; readonly score: number | null }[];
	readonly gaps: readonly {
		readonly id: string;
		readonly priority: GapPriority;
		readonly label: string;
		readonly text: string;
	}[];
	readonly gapCount: number;
}

/** @param shown - number of gaps to name, from the most urgent */
export function sampleSummary(compiled: CompiledQuestionnaire, language: Language, shown = 4): SampleSummary {
	const { frame, questions } = textsOf(compiled, language);
	const sample = sampleAssessment(compiled.structure, language);
	const score = scoreAssessment(compiled.structure, sample);
	const gaps = findGaps(sample, score);
	const { overall } = score;
	return {
		title: sample.details.title ?? '',
		organisation: sample.details.organisation ?? '',
		score: overall && floor(overall.score),
		high: overall && floor(overall.high),
		open: score.open,
		level: overall && { value: overall.level, label: frame.levels[overall.level]?.label ?? '' },
		groups: score.groups.map((group) => ({
			id: group.id,
			label: frame.groups[group.id]?.short ?? group.id,
			score: group.score && floor(group.score)
		})),
		gaps: gaps.slice(0, shown).map(({ question, priority }) => ({
			id: question,
			priority,
			label: frame.gapClasses[priority] ?? priority,
			text: questions[question]?.short ?? question
		})),
		gapCount: gaps.length
	};
}
