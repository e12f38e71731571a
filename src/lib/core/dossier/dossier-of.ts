import type { Assessment, Evidence } from '../assessment/types.ts';
import type { FactTexts } from '../questionnaire/texts.ts';
import { scopeOf } from '../questionnaire/scope.ts';
import type { Questionnaire, ScopingFact } from '../questionnaire/types.ts';
import { DOSSIER_FIELDS, type DossierField } from './dossier-fields.ts';

/** Words that a dossier joins facts with, in its language. */
export interface DossierWords {
	/** Scoping facts by id. */
	readonly facts: Readonly<Record<string, Pick<FactTexts, 'short' | 'choices'>>>;
	/** Stands for a scoping fact that was answered with "not sure". */
	readonly unsure: string;
	readonly colon: string;
	readonly separator: string;
}

export interface DossierEntry {
	readonly field: DossierField;
	readonly text: string;
	/** `typed` by a person, `known` from details and scoping facts, or `none`: not stated. */
	readonly source: 'typed' | 'known' | 'none';
}

/** A pointer to a document, with the question that it was named at. */
export interface DossierEvidence {
	readonly question: string;
	readonly evidence: Evidence;
	/** ISO day on which somebody looked at it; empty when nobody said so. */
	readonly asAt: string;
}

export interface DossierTheme {
	readonly id: string;
	readonly entries: readonly DossierEntry[];
	readonly evidence: readonly DossierEvidence[];
}

/**
 * The facts of an assessment by theme, for an authority's enquiry: what was typed, what details and scoping facts already
 * say, and where documents are. Answers, grades and notes are left out: a dossier states facts and judges nothing.
 *
 * @returns the questionnaire's themes in their order; a question's documents stand under its first theme
 */
export function dossierOf(
	questionnaire: Questionnaire,
	assessment: Assessment,
	words: DossierWords
): DossierTheme[] {
	const evidence = evidenceByTheme(questionnaire, assessment);
	const typed = assessment.dossier ?? {};
	return questionnaire.themes.map(({ id, dossier }) => {
		const own = typed[id] ?? {};
		const fields = DOSSIER_FIELDS.filter((field) => dossier.includes(field) || own[field]);
		return {
			id,
			entries: fields.map((field) => entryOf(field, own[field], questionnaire, assessment, words)),
			evidence: evidence.get(id) ?? []
		};
	});
}

function entryOf(
	field: DossierField,
	typed: string | undefined,
	questionnaire: Questionnaire,
	assessment: Assessment,
	words: DossierWords
): DossierEntry {
	if (typed !== undefined) return { field, text: typed, source: typed.trim() === '' ? 'none' : 'typed' };
	const text = knownText(field, questionnaire, assessment, words);
	return { field, text, source: text === '' ? 'none' : 'known' };
}

/** What details and scoping facts say about a field, one fact a line; empty when they say nothing. */
function knownText(
	field: DossierField,
	{ facts }: Questionnaire,
	{ details, scope }: Assessment,
	words: DossierWords
): string {
	const named = field === 'systems' ? [details.system, details.systemsCovered] : [];
	return [
		...named.flatMap((text) => text?.trim() || []),
		...facts.filter(({ dossier }) => dossier === field).map((fact) => factLine(fact, scope[fact.id], words))
	]
		.filter(Boolean)
		.join('\n');
}

function factLine(
	{ id }: ScopingFact,
	answer: readonly string[] | 'unsure' | undefined,
	{ facts, unsure, colon, separator }: DossierWords
): string {
	const words = facts[id];
	if (!words || answer === undefined || answer.length === 0) return '';
	const chosen =
		answer === 'unsure' ? unsure : answer.map((choice) => words.choices[choice] ?? choice).join(separator);
	return `${words.short}${colon}${chosen}`;
}

function evidenceByTheme(
	questionnaire: Questionnaire,
	assessment: Assessment
): ReadonlyMap<string, DossierEvidence[]> {
	const found = new Map<string, DossierEvidence[]>();
	for (const { id, themes } of scopeOf(questionnaire, 'full', assessment.scope).in) {
		const { evidence = [], basis } = assessment.answers[id] ?? {};
		const theme = themes[0] ?? '';
		const rows = evidence
			.filter(({ what }) => what.trim() !== '')
			.map((one) => ({ question: id, evidence: one, asAt: basis?.asAt ?? '' }));
		found.set(theme, [...(found.get(theme) ?? []), ...rows]);
	}
	return found;
}
