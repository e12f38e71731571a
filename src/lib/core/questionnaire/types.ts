import type { DossierField } from '../dossier/dossier-fields.ts';
import type { Rule } from './rule.ts';

export type Grade = 0 | 1 | 2 | 3;
/** 0 Starting, 1 Developing, 2 Largely in place, 3 Embedded. Source: docs/scoring.md, section 5. */
export type Level = 0 | 1 | 2 | 3;
export type Weight = 1 | 2 | 3;
export type Effort = 1 | 2 | 3;
export type Duty = 'must' | 'should' | 'could';
export type Unit = 'organisation' | 'system' | 'both';
export type Tier = 'lower' | 'medium' | 'higher';
export type ClaimLevel = 'LAW' | 'REC' | 'OBS' | 'INFO';
export type ClaimStatus = 'SEEN' | 'SEEN-2' | 'MEM';

/** One element of a checklist question. Only required elements earn a grade. */
export interface ChecklistElement {
	readonly id: string;
	readonly required: boolean;
}

/** A question without its words: everything that the score, the gaps and the filters need. */
export interface Question {
	readonly id: string;
	/** Scoring group: a principle, or a section; the questionnaire's `groupKind` says which. */
	readonly group: string;
	readonly practiceArea: string | null;
	/** The first theme is the question's place in the rehearsal. */
	readonly themes: readonly string[];
	readonly unit: Unit;
	readonly duty: Duty;
	/** A duty that changes on a date, for instance when an amendment commences. */
	readonly dutyFrom?: { readonly date: string; readonly duty: Duty };
	readonly weight: Weight;
	readonly critical: boolean;
	/** 1 days, 2 weeks, 3 months or money. */
	readonly effort: Effort;
	/** Every question is in `full`; the others are named here too. */
	readonly selections: readonly string[];
	readonly markers: readonly string[];
	readonly kind: 'graded' | 'checklist' | 'yes-no';
	/** Checklist only: all elements, in the order shown. */
	readonly elements?: readonly ChecklistElement[];
	/** Checklist only: grade by the number of required elements present. */
	readonly grades?: readonly Grade[];
	/** Rule as written, for instance `pd + third`. */
	readonly when: string;
	readonly rule: Rule;
	readonly allowsNotApplicable: boolean;
	readonly claims: readonly string[];
	readonly figures: readonly string[];
	/** Legal lens, from the LAW claims cited. */
	readonly legal: readonly string[];
}

export interface ScopingFact {
	readonly id: string;
	readonly multiple: boolean;
	readonly choices: readonly { readonly id: string; readonly exclusive: boolean }[];
	readonly reasonRequiredFor: readonly string[];
	/** Field of the factual dossier that the answer says something about. */
	readonly dossier?: DossierField;
}

/** A theme of the compliance checks. */
export interface Theme {
	readonly id: string;
	readonly figures: readonly string[];
	/** Fields of the factual dossier that it offers. */
	readonly dossier: readonly DossierField[];
}

/** A named yes-or-no reading of one scoping fact. */
export interface Condition {
	readonly id: string;
	readonly fact: string;
	readonly choices: readonly string[];
	/** How "not sure" and no answer count: the more demanding way. */
	readonly whenUnsure: boolean;
}

export interface Selection {
	readonly id: string;
	readonly minutes: number;
	readonly indicative: boolean;
	readonly orderBy: 'group' | 'theme';
}

export interface TierRow {
	readonly row: number;
	readonly when: string;
	readonly rule: Rule;
	readonly tier: Tier;
	readonly claims: readonly string[];
}

/** A published count of a compliance check: `count` of `of` organisations. */
export interface Figure {
	readonly count: number;
	readonly of: number;
	readonly round: number;
}

export interface Claim {
	readonly id: string;
	readonly document: string;
	readonly level: ClaimLevel;
	readonly status: ClaimStatus;
	readonly legal?: string;
	readonly figure?: Figure;
}

export interface SourceDocument {
	readonly id: string;
	readonly date: string;
	readonly address: string;
	readonly official: boolean;
	readonly read?: { readonly when: string; readonly address: string };
}

/**
 * A questionnaire without its words, as compiled from `questionnaires/<id>/`.
 * Plain JSON: it travels inside pages as it is.
 */
export interface Questionnaire {
	readonly id: string;
	readonly version: string;
	readonly scoringVersion: string;
	/** Law and guidance as at this day (ISO date). */
	readonly asAt: string;
	/** An organisation gets a score and levels; a person gets a list of habits. */
	readonly audience: 'organisation' | 'person';
	readonly groupKind: 'principle' | 'section';
	/** Whether its questions word a draft policy. */
	readonly draftsPolicy: boolean;
	/** An overall score needs this many groups of at least `minGroupWeight`. */
	readonly minGroups: number;
	readonly minGroupWeight: number;
	readonly values: readonly { readonly id: string }[];
	/** Whether the grouping of groups under values was read in a source; until then no value gets a score. */
	readonly valueGroupingRead: boolean;
	readonly groups: readonly {
		readonly id: string;
		readonly value: string | null;
		readonly claims: readonly string[];
	}[];
	readonly practiceAreas: readonly string[];
	readonly themes: readonly Theme[];
	readonly legalLens: readonly string[];
	readonly markers: readonly string[];
	readonly selections: readonly Selection[];
	readonly facts: readonly ScopingFact[];
	readonly conditions: readonly Condition[];
	readonly tiers: readonly TierRow[];
	readonly targets: Readonly<Record<Tier, Readonly<Record<string, Level>>>>;
	readonly questions: readonly Question[];
	readonly claims: Readonly<Record<string, Claim>>;
	readonly documents: Readonly<Record<string, SourceDocument>>;
}
