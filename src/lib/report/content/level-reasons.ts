import { band, type Cap, type GroupScore, type Level } from '../../core/index.ts';
import type { ReportContext } from './context.ts';
import { listText, shortList, typed } from './words.ts';

/** A question in few words, for lists. */
export function shortName({ texts }: Pick<ReportContext, 'texts'>, question: string): string {
	const short = texts.questions[question]?.short;
	return typed(short) ? short : question;
}

/** Caps that hold a group below the level that its points would give. */
export function bindingCaps(group: GroupScore): readonly Cap[] {
	if (group.score === null) return [];
	const byPoints = band(group.score);
	return group.caps.filter((cap) => cap.level < byPoints);
}

/**
 * Why the overall level is not higher, in sentences: lowest principle and capping questions, where they hold it
 * below what the score alone would give.
 *
 * @param most - how many questions are named before the rest is only counted
 */
export function levelReasons(context: ReportContext, most: number): string[] {
	const { t, texts, score } = context;
	if (!score.overall) return [];
	const byPoints = band(score.overall.score);
	const lowest = Math.min(
		3,
		...score.groups.flatMap((group) => (group.counted && group.level !== null ? [group.level] : []))
	) as Level;
	const reasons: string[] = [];
	if (1 + lowest < byPoints) {
		const names = score.groups
			.filter((group) => group.counted && group.level === lowest)
			.map(({ id }) => texts.frame.groups[id]?.short ?? id);
		reasons.push(t('level.heldByGroups', { names: listText(context, names), lowest, level: 1 + lowest }));
	}
	const caps = score.caps.filter((cap) => cap.level < byPoints);
	if (caps.length > 0) {
		const names = [...new Set(caps.map(({ question }) => shortName(context, question)))];
		reasons.push(
			t('level.heldByQuestions', {
				names: shortList(context, names, most),
				level: Math.min(...caps.map(({ level }) => level))
			})
		);
	}
	return reasons;
}
