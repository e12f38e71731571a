import { BAND_FLOORS, floor, type GroupScore } from '../../core/index.ts';
import type { Block, RadarBlock } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { scoreText } from './words.ts';

/**
 * Radar by principle: scores stand at the ends of the axes, targets are dashed.
 *
 * @param beside - the key numbers next to it
 */
export function principleRadar(context: ReportContext, beside: readonly Block[]): Block[] {
	const { t, texts, score, previousScore } = context;
	const groups = score.groups.filter((group) => group.score !== null);
	// A web needs three axes.
	if (groups.length < 3) return [...beside];
	const valueOf = (value: (typeof groups)[number]['score']): number | null =>
		value === null ? null : floor(value);
	const before =
		previousScore &&
		groups.map(({ id }) => valueOf(previousScore.groups.find((group) => group.id === id)?.score ?? null));
	const nameOf = (id: string): string => texts.frame.groups[id]?.short ?? id;
	const labels = groups.map((group) => `${nameOf(group.id)} ${scoreText(group.score)}`);
	const radar: RadarBlock = {
		type: 'radar',
		axes: labels,
		max: 100,
		rings: [25, 50, 75, 100],
		series: [
			{ name: t('radar.target'), kind: 'target', values: groups.map(({ id }) => targetScore(context, id)) },
			...(before ? [{ name: t('radar.before'), kind: 'before' as const, values: before }] : []),
			{ name: t('radar.score'), kind: 'score', values: groups.map((group) => valueOf(group.score)) }
		],
		alt: chartInWords(context, groups, nameOf),
		beside
	};
	return [radar];
}

/** What a chart of principles shows, for those who do not see it: every number in it. */
export function chartInWords(
	context: ReportContext,
	groups: readonly GroupScore[],
	nameOf: (id: string) => string
): string {
	const { t, previousScore } = context;
	const items = groups.map((group) => {
		const words = {
			name: nameOf(group.id),
			score: scoreText(group.score),
			target: targetScore(context, group.id)
		};
		if (!previousScore) return t('radar.altItem', words);
		const before = previousScore.groups.find(({ id }) => id === group.id)?.score ?? null;
		return t('radar.altItemBefore', { ...words, before: scoreText(before) });
	});
	return t('radar.alt', { numbers: items.join(t('list')) });
}

/** Where the band of a group's target level begins. */
export function targetScore({ targets }: ReportContext, group: string): number {
	return BAND_FLOORS[targets.get(group)?.target ?? 0];
}
