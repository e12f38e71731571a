import type { Grade, Level, Unit } from '../questionnaire/types.ts';
import type { Dossier } from '../dossier/dossier-fields.ts';
import type { ScopeAnswers } from '../questionnaire/scope.ts';

/** How an answer came about. */
export interface Basis {
	readonly kind: 'asserted' | 'seen' | 'tested';
	/** Who saw or tested it. */
	readonly by?: string;
	/** ISO date. */
	readonly asAt?: string;
}

/** A pointer to evidence that stays where it is. */
export interface Evidence {
	readonly what: string;
	readonly version?: string;
	readonly where?: string;
	readonly keeper?: string;
	/** ISO date after which it no longer counts. */
	readonly expires?: string;
}

/** One stored answer. What it counts as is decided by `answerState`. */
export interface Answer {
	readonly grade?: Grade;
	readonly unknown?: true;
	readonly notApplicable?: { readonly reason: string; readonly approver: string };
	/** Checklist: the elements present; counts once `done` is true. */
	readonly elements?: readonly string[];
	readonly done?: boolean;
	readonly note?: string;
	readonly basis?: Basis;
	readonly evidence?: readonly Evidence[];
	/** Marked by the person to come back to. */
	readonly flagged?: true;
	/** Copied from the organisation's own assessment. */
	readonly inherited?: { readonly assessment: string; readonly updated: string };
	/** ISO time in UTC. */
	readonly updated?: string;
	readonly author?: string;
}

export type ActionStatus = 'open' | 'doing' | 'done' | 'accepted';

/** What is to be done about a gap. */
export interface Action {
	readonly text?: string;
	readonly owner?: string;
	/** ISO date. */
	readonly due?: string;
	readonly status?: ActionStatus;
	readonly note?: string;
	/** Risk accepted: by whom, why, until when (ISO date). */
	readonly acceptedBy?: string;
	readonly why?: string;
	readonly until?: string;
	readonly updated?: string;
}

/** Where an AI system is in its life. Empty while nothing was chosen. */
export const SYSTEM_STATUSES = ['planned', 'development', 'pilot', 'live', 'retired'] as const;
export type SystemStatus = (typeof SYSTEM_STATUSES)[number];

export interface Details {
	readonly title?: string;
	readonly unit?: Unit;
	readonly organisation?: string;
	readonly system?: string;
	readonly period?: string;
	/** ISO date: the day for which the answers are true; decides expired evidence and dated duties. */
	readonly asAt?: string;
	readonly assessor?: string;
	readonly reviewer?: string;
	readonly confidentiality?: string;
	/** Unit organisation: how many systems of the inventory the answers cover. */
	readonly systemsCovered?: string;
	/** Of the system, for the AI inventory: who answers for it, who supplies it, what for, which personal data of whom. */
	readonly owner?: string;
	readonly supplier?: string;
	readonly purpose?: string;
	readonly personalData?: string;
	readonly systemStatus?: SystemStatus | '';
}

export interface Assessment {
	readonly format: 'plumbline-assessment';
	readonly formatVersion: 1;
	readonly id: string;
	/** ISO times in UTC. */
	readonly created: string;
	readonly updated: string;
	readonly questionnaire: { readonly id: string; readonly version: string };
	readonly scoringVersion: string;
	readonly selection: string;
	/** Put away by the person: lists leave it out until it is asked for. */
	readonly archived?: boolean;
	readonly details: Details;
	readonly scope: ScopeAnswers;
	/** For answers to scoping facts that need one: who answered, and why. */
	readonly scopeReasons?: Readonly<Record<string, { readonly by: string; readonly reason: string }>>;
	/** Stricter target levels per scoring group; never below the tier's. */
	readonly targets?: Readonly<Record<string, Level>>;
	readonly answers: Readonly<Record<string, Answer>>;
	readonly actions: Readonly<Record<string, Action>>;
	/** Facts for an authority's enquiry, by theme; files from before it existed have none. */
	readonly dossier?: Dossier;
}
