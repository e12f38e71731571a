import { floor, GAP_PRIORITIES, hongKongTime, type GroupScore } from '../../core/index.ts';
import type { ReportContext } from '../content/context.ts';
import { levelName, NONE, priorityText, typed } from '../content/words.ts';
import { dayCell, sheetOf, type Sheet, type SheetCell } from './sheet.ts';

type Fact = readonly [label: string, value: SheetCell];

/** What this is about, by whom, and its numbers: each in a cell of its own, so that it can be worked on. */
export function summarySheet(context: ReportContext): Sheet {
	const { t } = context;
	return sheetOf(
		t('formats.sheet.summary'),
		[
			{ head: t('formats.item'), width: 44, cell: ([label]: Fact) => label },
			{ head: t('formats.value'), width: 70, cell: ([, value]: Fact) => value }
		],
		[...aboutFacts(context), ...numberFacts(context), ...limitFacts(context)]
	);
}

function aboutFacts(context: ReportContext): Fact[] {
	const { t, texts, assessment, questionnaire, confidentiality, asAt, made } = context;
	const { details } = assessment;
	const entered = (['title', 'organisation', 'system', 'period'] as const).map((key): Fact => [
		t(key === 'title' ? 'formats.title' : `cover.${key}`),
		details[key] ?? null
	]);
	return [
		...entered,
		[t('cover.unit'), details.unit ? t(`unit.${details.unit}`) : null],
		[t('cover.systemsCovered'), details.systemsCovered ?? null],
		[t('cover.purpose'), details.purpose ?? null],
		[t('cover.personalData'), details.personalData ?? null],
		[t('cover.supplier'), details.supplier ?? null],
		[t('cover.owner'), details.owner ?? null],
		[t('cover.systemStatus'), details.systemStatus ? t(`systemStatus.${details.systemStatus}`) : null],
		[t('cover.asAt'), dayCell(asAt)],
		[t('cover.assessor'), details.assessor ?? null],
		[t('cover.reviewer'), details.reviewer ?? null],
		[t('cover.confidentiality'), confidentiality || null],
		[
			t('cover.questionnaire'),
			t('cover.version', { title: texts.frame.title, version: questionnaire.version })
		],
		[t('formats.selection'), texts.frame.selections[assessment.selection]?.title ?? assessment.selection],
		[t('formats.scoring'), questionnaire.scoringVersion],
		[t('cover.made'), dayCell(hongKongTime(made).slice(0, 10))],
		[t('signOff.id'), assessment.id]
	];
}

function numberFacts(context: ReportContext): Fact[] {
	const { t, score, gaps, openDuties, evidence, exposure, texts, evidencedOnly, notApplicableAsZero } =
		context;
	const { overall } = score;
	const whole = (value: { overall: typeof overall }) => (value.overall ? floor(value.overall.score) : NONE);
	const { percent } = evidence.overall;
	return [
		[t('formats.score'), overall ? floor(overall.score) : NONE],
		[t('formats.low'), overall ? floor(overall.score) : NONE],
		[t('formats.high'), overall ? floor(overall.high) : NONE],
		[t('formats.level'), overall ? overall.level : NONE],
		[t('formats.levelName'), overall ? levelName(context, overall.level) : NONE],
		[t('formats.openQuestions'), score.open],
		[t('formats.openDuties'), openDuties.length],
		[t('formats.gaps'), gaps.length],
		...GAP_PRIORITIES.map((priority): Fact => [
			t('colonAfter', { label: t('formats.gaps') }) + priorityText(context, { priority }),
			gaps.filter((gap) => gap.priority === priority).length
		]),
		[t('formats.evidenced'), percent ? floor(percent) : NONE],
		[t('evidence.evidencedOnly'), whole(evidencedOnly)],
		[t('evidence.notApplicableAsZero'), whole(notApplicableAsZero)],
		[t('scope.exposure'), texts.frame.tiers[exposure.tier]?.label ?? exposure.tier]
	];
}

function limitFacts({ t, score, indicative, detail, texts }: ReportContext): Fact[] {
	const notes = [
		...(score.open > 0 ? [t('incomplete.text', { count: score.open })] : []),
		...(indicative ? [t('indicative.mark')] : []),
		t('cover.legend'),
		t('cover.independent'),
		...(detail === 'no-notes' ? [t('cover.withoutNotes')] : []),
		...texts.frame.limits
	];
	return notes.filter(typed).map((note): Fact => [t('limits.title'), note]);
}

/** The result of each principle or section. */
export function resultSheet(context: ReportContext): Sheet {
	const { t, texts, score, targets, evidence } = context;
	const percentOf = (id: string) => {
		const percent = evidence.groups[id]?.percent;
		return percent ? floor(percent) : null;
	};
	return sheetOf<GroupScore>(
		t('formats.sheet.results'),
		[
			{ head: t('results.group'), width: 34, cell: ({ id }) => texts.frame.groups[id]?.title ?? id },
			{ head: t('results.points'), width: 10, cell: ({ points }) => points },
			{ head: t('formats.most'), width: 12, cell: ({ max }) => max },
			{ head: t('formats.low'), width: 12, cell: ({ score }) => (score ? floor(score) : null) },
			{ head: t('formats.high'), width: 12, cell: ({ high }) => (high ? floor(high) : null) },
			{ head: t('formats.level'), width: 10, cell: ({ level }) => level },
			{
				head: t('formats.levelName'),
				width: 22,
				cell: ({ level }) => (level === null ? null : levelName(context, level))
			},
			{ head: t('results.target'), width: 10, cell: ({ id }) => targets.get(id)?.target ?? null },
			{ head: t('results.shortfall'), width: 10, cell: ({ id }) => targets.get(id)?.shortfall ?? null },
			{ head: t('formats.evidenced'), width: 14, cell: ({ id }) => percentOf(id) },
			{
				head: t('formats.standing'),
				width: 20,
				cell: ({ counted }) => t(counted ? 'formats.standings.counts' : 'results.notCounted')
			},
			{ head: t('formats.id'), width: 18, cell: ({ id }) => id }
		],
		score.groups
	);
}
