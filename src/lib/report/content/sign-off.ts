import { hongKongTime } from '../../core/index.ts';
import type { Block, Signatory } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { dayText } from './words.ts';

/** Lines for those who answer for the assessment, and how it came to this day. */
export function signOffChapter(context: ReportContext): Block[] {
	const { t, assessment, made, score } = context;
	const { assessor, reviewer } = assessment.details;
	const person = (role: string, name: string | undefined): Signatory => ({
		role: t(`signOff.${role}`),
		fields: [
			{ label: t('signOff.name'), value: name?.trim() || undefined },
			{ label: t('signOff.position') },
			{ label: t('signOff.signature') },
			{ label: t('signOff.date') }
		]
	});
	const day = (iso: string): string => dayText(context, hongKongTime(iso));
	const heading: Block = { type: 'heading', level: 1, id: 'sign-off', text: t('signOff.title') };
	const incomplete: Block[] = [
		{ type: 'callout', tone: 'warning', paragraphs: [t('incomplete.text', { count: score.open })] }
	];
	const lines: Block = {
		type: 'sign-off',
		signatories: [person('assessor', assessor), person('reviewer', reviewer)]
	};
	const history: Block = {
		type: 'definitions',
		rows: [
			{ label: t('signOff.created'), value: day(assessment.created) },
			{ label: t('signOff.updated'), value: day(assessment.updated) },
			{ label: t('signOff.made'), value: day(made) },
			{ label: t('signOff.id'), value: assessment.id }
		]
	};
	// On one page: nobody should sign below a text that stands on another sheet.
	const statement: Block = { type: 'paragraph', text: t('signOff.statement') };
	return [
		{ type: 'group', blocks: [heading, statement, ...(score.open > 0 ? incomplete : []), lines, history] }
	];
}
