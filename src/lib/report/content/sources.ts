import type { Claim, SourceDocument } from '../../core/index.ts';
import type { Block, Inline } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { dayText, commaText, muted } from './words.ts';

/** Documents and claims that the questions of this selection rest on, each with its status in words. */
export function sourcesChapter(context: ReportContext): Block[] {
	const { t, texts } = context;
	const claims = citedClaims(context);
	return [
		{ type: 'heading', level: 1, id: 'sources', text: t('sources.title') },
		{ type: 'paragraph', text: t('sources.intro'), keepWithNext: true },
		...documentsOf(context, claims).flatMap((document) =>
			documentBlocks(
				context,
				document,
				claims.filter((claim) => claim.document === document.id)
			)
		),
		{ type: 'heading', level: 2, text: t('limits.title') },
		{ type: 'list', style: 'bullet', items: texts.frame.limits }
	];
}

/** Claims of the selection's questions, of the principles, the themes' figures and the exposure row that decided. */
function citedClaims({ questionnaire, assessment, exposure }: ReportContext): Claim[] {
	const ids = new Set([
		...questionnaire.questions
			.filter(({ selections }) => selections.includes(assessment.selection))
			.flatMap(({ claims, figures }) => [...claims, ...figures]),
		...questionnaire.groups.flatMap(({ claims }) => claims),
		...questionnaire.themes.flatMap(({ figures }) => figures),
		...questionnaire.tiers.filter(({ row }) => row === exposure.row).flatMap(({ claims }) => claims)
	]);
	return Object.values(questionnaire.claims).filter(({ id }) => ids.has(id));
}

function documentsOf({ questionnaire }: ReportContext, claims: readonly Claim[]): SourceDocument[] {
	const used = new Set(claims.map(({ document }) => document));
	return Object.values(questionnaire.documents).filter(({ id }) => used.has(id));
}

function documentBlocks(context: ReportContext, document: SourceDocument, claims: readonly Claim[]): Block[] {
	const { t, texts } = context;
	const words = texts.sources.documents[document.id];
	const facts = [
		...(words?.issuer ? [words.issuer] : []),
		dayText(context, document.date),
		t(document.official ? 'sources.official' : 'sources.unofficial'),
		document.read ? t('sources.read', { date: dayText(context, document.read.when) }) : t('sources.notRead')
	];
	const kinds = [...new Set(claims.map(kindOf))];
	return [
		{
			type: 'heading',
			level: 3,
			id: `document-${document.id}`,
			text: [{ text: words?.title ?? document.id, link: { url: document.address } }]
		},
		{
			type: 'paragraph',
			size: 'small',
			colour: 'muted',
			keepWithNext: true,
			text: commaText(context, facts)
		},
		...kinds.flatMap((kind) =>
			kindBlocks(
				context,
				claims.filter((claim) => kindOf(claim) === kind)
			)
		)
	];
}

const kindOf = ({ level, status }: Claim): string => `${level} ${status}`;

/** Claims of one kind, headed by what they are and how far their text was read. */
function kindBlocks({ t, texts }: ReportContext, claims: readonly Claim[]): Block[] {
	const [first] = claims;
	if (!first) return [];
	const heading: Inline = [
		{ text: t(`sources.level.${first.level}`), bold: true },
		{ text: t('comma') + t(`sources.status.${first.status}`) }
	];
	return [
		{ type: 'paragraph', size: 'small', keepWithNext: true, text: heading },
		{
			type: 'list',
			style: 'bullet',
			size: 'small',
			items: claims.map(({ id }): Inline => {
				const words = texts.sources.claims[id];
				const place = words?.locator
					? [muted(t('space') + t('sources.place', { place: words.locator }))]
					: [];
				return [muted(`${id}  `), { text: words?.text ?? '' }, ...place];
			})
		}
	];
}
