import type { Inline } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { commaText, muted } from './words.ts';

/** Where some claims stand: one line a document, linked, with the places in it that were read. */
export function sourceLines({ t, questionnaire, texts }: ReportContext, ids: readonly string[]): Inline[] {
	const claims = ids.flatMap((id) => questionnaire.claims[id] ?? []);
	const documents = [...new Set(claims.map((claim) => claim.document))];
	return documents.flatMap((id): Inline[] => {
		const document = questionnaire.documents[id];
		const title = texts.sources.documents[id]?.title;
		if (!document || !title) return [];
		const own = claims.filter((claim) => claim.document === id);
		const places = [...new Set(own.flatMap((claim) => texts.sources.claims[claim.id]?.locator ?? []))];
		const details = [...places, `[${own.map((claim) => claim.id).join(' ')}]`];
		return [
			[{ text: title, link: { url: document.address } }, muted(t('comma') + commaText({ t }, details))]
		];
	});
}
