import type { Language } from '../core/languages.ts';
import type { ClaimStatus } from '../core/questionnaire/types.ts';
import { dateText } from '../i18n/dates.ts';
import { listQuestionnaires, loadQuestionnaire } from './questionnaire-files.ts';
import { loadSharedContent } from './shared-content.ts';

/** How many claims of a document were read in an official text, in another one, or not at all. */
export type StatusCounts = Readonly<Record<ClaimStatus, number>>;

export interface CitedDocument {
	readonly id: string;
	readonly title: string;
	readonly issuer: string;
	readonly date: string;
	readonly address: string;
	readonly official: boolean;
	/** How far and when it was read; `null` when the document itself was not. */
	readonly read: { readonly how: string; readonly when: string } | null;
	readonly counts: StatusCounts;
	readonly claims: readonly {
		readonly id: string;
		readonly text: string;
		readonly locator: string | null;
		readonly level: string;
		readonly status: ClaimStatus;
	}[];
}

/** Claims that something shown rests on: questions, principles, tiers and figures, the crosswalk, the glossary. */
function citedClaims(): Set<string> {
	const { crosswalk, glossary } = loadSharedContent();
	return new Set([
		...listQuestionnaires().flatMap((id) => Object.keys(loadQuestionnaire(id).structure.claims)),
		...(crosswalk?.frameworks ?? []).flatMap(({ claims }) => claims),
		...glossary.terms.flatMap(({ claims }) => claims)
	]);
}

/** Every document cited anywhere, the most cited first, with the claims that rest on it. */
export function citedDocuments(language: Language): CitedDocument[] {
	const { register } = loadSharedContent();
	const cited = citedClaims();
	return [...register.documents.values()]
		.map(({ id, title, issuer, date, address, official, read }): CitedDocument => {
			const own = [...register.claims.values()].filter(
				(claim) => claim.document === id && cited.has(claim.id)
			);
			const count = (status: ClaimStatus) => own.filter((claim) => claim.status === status).length;
			return {
				id,
				title: title[language],
				issuer: issuer[language],
				date: dateText(language, date),
				address,
				official,
				read: read?.how ? { how: read.how[language], when: dateText(language, read.when) } : null,
				counts: { SEEN: count('SEEN'), 'SEEN-2': count('SEEN-2'), MEM: count('MEM') },
				claims: own.map(({ id: claim, text, locator, level, status }) => ({
					id: claim,
					text: text[language],
					locator: locator?.[language] ?? null,
					level,
					status
				}))
			};
		})
		.filter(({ claims }) => claims.length > 0)
		.sort((a, b) => b.claims.length - a.claims.length || (a.id < b.id ? -1 : 1));
}
