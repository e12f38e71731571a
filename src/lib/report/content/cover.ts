import { hongKongTime } from '../../core/index.ts';
import { fingerprint } from '../../core/report-file/report-file.ts';
import type { Block, DefinitionRow } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { reportTitle } from './furniture.ts';
import { dayText, commaText, listText, typed } from './words.ts';

/** First page: what this is about, by whom, as at when, under which versions, and what it is not. */
export function coverChapter(context: ReportContext): Block[] {
	const { t, texts, score, assessment, questionnaire, detail } = context;
	const { details } = assessment;
	return [
		{
			type: 'cover',
			id: 'cover',
			eyebrow: t('cover.eyebrow'),
			title: reportTitle(context),
			subtitle: typed(details.title) ? texts.frame.title : texts.frame.subtitle,
			badge: score.open > 0 ? t('incomplete.badge', { count: score.open }) : undefined,
			facts: coverFacts(context),
			notes: [
				t('cover.legend'),
				t('cover.independent'),
				t('cover.lawAsAt', { date: dayText(context, questionnaire.asAt) }),
				...(detail === 'no-notes' ? [t('cover.withoutNotes')] : []),
				dataNote(context)
			]
		}
	];
}

/** Says what travels inside the file, with a mark by which the *Check a report* page can be compared with paper. */
function dataNote({ t, file }: ReportContext): string {
	if (!file) return t('cover.data.nothing');
	return t(`cover.data.${file.content}`, { fingerprint: fingerprint(file.sha256) });
}

function languageNames(context: ReportContext): string {
	const { t, languages } = context;
	return listText(
		context,
		languages.map((language) => t(`language.${language}`))
	);
}

function coverFacts(context: ReportContext): DefinitionRow[] {
	const { t, texts, assessment, questionnaire, indicative, made, confidentiality, asAt } = context;
	const { details } = assessment;
	const selection = texts.frame.selections[assessment.selection]?.title ?? assessment.selection;
	const fact = (key: string, value: string | undefined): DefinitionRow => ({
		label: t(`cover.${key}`),
		value: value?.trim() ?? ''
	});
	const optional = (key: string, value: string | undefined): DefinitionRow[] =>
		typed(value) ? [fact(key, value)] : [];
	return [
		fact('organisation', details.organisation),
		...(questionnaire.facts.some(({ id }) => id === 'unit')
			? [fact('system', details.system)]
			: optional('system', details.system)),
		...optional('unit', details.unit && t(`unit.${details.unit}`)),
		...optional('systemsCovered', details.systemsCovered),
		...optional('purpose', details.purpose),
		...optional('personalData', details.personalData),
		...optional('supplier', details.supplier),
		...optional('owner', details.owner),
		...optional('systemStatus', details.systemStatus && t(`systemStatus.${details.systemStatus}`)),
		fact('period', details.period),
		fact('asAt', dayText(context, asAt)),
		fact('assessor', details.assessor),
		fact('reviewer', details.reviewer),
		fact(
			'questionnaire',
			commaText(context, [
				t('cover.version', { title: texts.frame.title, version: questionnaire.version }),
				indicative ? t('indicative.selection', { selection }) : selection,
				t('cover.scoring', { version: questionnaire.scoringVersion })
			])
		),
		fact('confidentiality', confidentiality),
		fact('made', commaText(context, [dayText(context, hongKongTime(made)), languageNames(context)]))
	];
}
