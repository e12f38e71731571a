import type { Action, Answer, Assessment } from '../assessment/types.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import { toText } from '../scoring/fraction.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import { sha256 } from './sha256.ts';
import { utf8 } from './utf8.ts';

/** How much of an assessment goes into a file: all of it, or without notes, names and pointers to evidence. */
export type ReportFileContent = 'everything' | 'answers';

/** Exact fractions as text, `n/d`; `null` where there is no score. */
export interface StatedScore {
	readonly score: string | null;
	/** When every open question were at its best. */
	readonly high: string | null;
}

/** The data inside a PDF report (`plumbline-report`, version 1). Documented in docs/report-pdf.md. */
export interface ReportFile {
	readonly format: 'plumbline-report';
	readonly formatVersion: 1;
	/** ISO time at which the report was made. */
	readonly made: string;
	readonly content: ReportFileContent;
	/** Of the assessment below, in canonical form. It shows accidents and careless changes; it is no signature. */
	readonly sha256: string;
	/** As the report states it. */
	readonly stated: StatedScore;
	readonly assessment: Assessment;
}

/** Stands where a reason or a name is needed for an answer to count, but was left out. */
const LEFT_OUT = '–';

/** @throws {RangeError} when the questionnaire has no such selection */
export function makeReportFile(
	questionnaire: Questionnaire,
	assessment: Assessment,
	content: ReportFileContent,
	made: string
): ReportFile {
	const kept = content === 'everything' ? assessment : withoutTypedTexts(assessment);
	return {
		format: 'plumbline-report',
		formatVersion: 1,
		made,
		content,
		sha256: hashOf(kept),
		stated: scoreOf(questionnaire, assessment),
		// In canonical order: what is stored piece by piece comes back in another one, and would give another file.
		assessment: JSON.parse(canonicalJson(kept)) as Assessment
	};
}

export function scoreOf(questionnaire: Questionnaire, assessment: Assessment): StatedScore {
	const { overall } = scoreAssessment(questionnaire, assessment);
	return { score: overall && toText(overall.score), high: overall && toText(overall.high) };
}

/** SHA-256 of an assessment in canonical form: keys in order, no white space. */
export function hashOf(assessment: Assessment): string {
	return sha256(utf8(canonicalJson(assessment)));
}

/** The first part of a hash in groups, to be compared by eye: `3f2a 91bc 04de 77a1`. */
export function fingerprint(hash: string): string {
	return hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
}

/** JSON with keys in the order of their UTF-16 units and without white space. */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_, inner: unknown) => {
		if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
		return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}

/**
 * An assessment without anything that somebody typed: the score stays, whose it is does not.
 *
 * What decides the score is kept, and so are dates, statuses and marks. Pointers to evidence go as a whole.
 */
export function withoutTypedTexts(assessment: Assessment): Assessment {
	const { scopeReasons: _, dossier: __, ...rest } = assessment;
	const { unit, asAt } = assessment.details;
	return {
		...rest,
		details: { ...(unit && { unit }), ...(asAt && { asAt }) },
		answers: mapValues(assessment.answers, answerWithoutTexts),
		actions: mapValues(assessment.actions, actionWithoutTexts)
	};
}

function answerWithoutTexts({ note: _, evidence: __, author: ___, ...answer }: Answer): Answer {
	const { notApplicable, basis } = answer;
	return {
		...answer,
		...(notApplicable && {
			notApplicable: {
				reason: placeholder(notApplicable.reason),
				approver: placeholder(notApplicable.approver)
			}
		}),
		...(basis && { basis: { kind: basis.kind, ...(basis.asAt && { asAt: basis.asAt }) } })
	};
}

/** An empty reason stays empty: such an answer does not count. */
const placeholder = (text: string): string => (text.trim() ? LEFT_OUT : '');

function actionWithoutTexts({ due, status, until, updated }: Action): Action {
	return {
		...(due && { due }),
		...(status && { status }),
		...(until && { until }),
		...(updated && { updated })
	};
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
