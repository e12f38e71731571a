import type { Inline, Run } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { muted } from './words.ts';

/** The published counts among some claims. */
export function figureLines(context: ReportContext, ids: readonly string[]): Inline[] {
	return ids.map((id) => figureLine(context, id)).filter((line) => line !== null);
}

/**
 * A published count of the Commissioner's compliance checks, with its round and source.
 *
 * @returns `null` when the claim carries no figure
 */
function figureLine({ t, questionnaire, texts }: ReportContext, id: string): readonly Run[] | null {
	const claim = questionnaire.claims[id];
	const words = texts.sources.claims[id];
	if (!claim?.figure || !words?.ofWhom) return null;
	const { count, of, round } = claim.figure;
	const what = words.text.replace(/[.。]$/, '');
	const line = t('checks.figure', { what, count, of, ofWhom: words.ofWhom, round });
	const document = questionnaire.documents[claim.document];
	if (!document) return [muted(line)];
	return [muted(line + t('space')), { text: t('checks.source'), link: { url: document.address } }];
}
