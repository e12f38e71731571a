import { floor, scoreArea } from '../../core/index.ts';
import type { Block, TableRow } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { bold, listText, NONE, rangeText } from './words.ts';

/** Annex: the same answers read through other frameworks, nearest and not equal. */
export function crosswalkChapter(context: ReportContext): Block[] {
	const { t, texts } = context;
	const frameworks = texts.crosswalk?.frameworks ?? [];
	if (frameworks.length === 0) return [];
	return [
		{ type: 'heading', level: 1, id: 'crosswalk', text: t('crosswalk.title'), newPage: true },
		{
			type: 'callout',
			tone: 'neutral',
			title: t('crosswalk.nearest'),
			paragraphs: [t('crosswalk.nearestText')]
		},
		{ type: 'paragraph', text: t('crosswalk.rule') },
		...frameworks.flatMap((framework): Block[] => [
			{ type: 'heading', level: 2, text: framework.title },
			{ type: 'paragraph', size: 'small', colour: 'muted', text: framework.nature, keepWithNext: true },
			{
				type: 'table',
				columns: [
					{ head: t('crosswalk.area'), weight: 3 },
					{ head: t('crosswalk.from'), weight: 3 },
					{ head: t('crosswalk.points'), weight: 0, align: 'end' }
				],
				rows: framework.areas.map((area): TableRow => {
					const { score, high } = scoreArea(area, context.score);
					const near = area.nearest.map((id) => texts.frame.groups[id]?.short ?? id);
					return {
						cells: [
							{ paragraphs: [area.title], rowHead: true },
							area.practiceArea ? t('crosswalk.practice') : listText(context, near) || t('crosswalk.none'),
							score && high ? rangeText(floor(score), floor(high)) : NONE
						]
					};
				})
			},
			{
				type: 'paragraph',
				size: 'small',
				text: [bold(t('crosswalk.onlyThere') + t('colon')), { text: framework.onlyThere }]
			}
		])
	];
}
