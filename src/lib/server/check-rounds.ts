import type { Questionnaire } from '../core/index.ts';
import type { CheckRegister } from './check-register.ts';

/**
 * The published rounds of compliance checks: the document that tells of each, and which of its claims say what was
 * looked at. Counts are found by the round they name; an inference of ours (CC26-F14) is no finding and is left out.
 */
const ROUNDS = [
	{
		year: 2026,
		document: 'cc26',
		claims: ['CC26-I1', 'CC26-I2', 'CC26-I3', 'CC26-I4', 'CC26-I5', 'CC26-F1', 'CC26-F5']
	},
	{ year: 2025, document: 'cc25', claims: ['CC25-I1', 'CC25-I2', 'CC25-I3', 'CC25-F1', 'CC25-F7'] },
	{ year: 2024, document: 'cc24', claims: ['CC24-I1', 'CC24-F1'] }
] as const;

/** How a claim was established; what was only remembered is not told here. */
const ESTABLISHED: readonly string[] = ['SEEN', 'SEEN-2'];

export interface CheckRound {
	readonly year: number;
	readonly document: string;
	readonly claims: readonly string[];
	/** Themes with published counts, in the questionnaire's order. */
	readonly themes: readonly { readonly id: string; readonly figures: readonly string[] }[];
	/** Themes for which this round has no count that is established. */
	readonly notEstablished: readonly string[];
}

/** @returns the rounds, newest first, with what of each is established */
export function checkRounds(
	{ themes }: Pick<Questionnaire, 'themes'>,
	{ claims }: Pick<CheckRegister, 'claims'>
): CheckRound[] {
	const established = (id: string) => ESTABLISHED.includes(claims.get(id)?.status ?? '');
	return ROUNDS.map(({ year, document, claims: told }) => {
		const counted = themes.map(({ id, figures }) => ({
			id,
			figures: figures.filter((figure) => established(figure) && claims.get(figure)?.figure?.round === year)
		}));
		return {
			year,
			document,
			claims: told.filter(established),
			themes: counted.filter(({ figures }) => figures.length > 0),
			notEstablished: counted.filter(({ figures }) => figures.length === 0).map(({ id }) => id)
		};
	});
}
