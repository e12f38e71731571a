import type { Questionnaire } from '../questionnaire/types.ts';

/**
 * What a factual dossier says about a theme: facts that a person states, in this order. Which fields a theme offers is
 * content (`themes[].dossier` of a questionnaire); a text in any other field is kept and printed all the same.
 */
export const DOSSIER_FIELDS = [
	'systems',
	'data',
	'purposes',
	'flows',
	'processors',
	'locations',
	'retention',
	'notice',
	'assessments',
	'arrangements'
] as const;

export type DossierField = (typeof DOSSIER_FIELDS)[number];

/** Texts by theme and field. An empty text says: nothing to state, not even what is known from elsewhere. */
export type Dossier = Readonly<Record<string, Readonly<Partial<Record<DossierField, string>>>>>;

/** Whether there is a dossier of it: an authority asks an organisation, theme by theme. */
export const hasDossier = ({ audience, themes }: Pick<Questionnaire, 'audience' | 'themes'>): boolean =>
	audience === 'organisation' && themes.length > 0;
