import type { Crosswalk } from '../crosswalk/types.ts';
import type { Hint } from '../hints/types.ts';

/**
 * The words of a questionnaire in one language, by id. They travel apart from the structure, so that a page
 * carries one language only.
 */
export interface QuestionTexts {
	readonly short: string;
	readonly question: string;
	readonly why: string;
	readonly good: string;
	readonly evidence: readonly string[];
	/** Graded: four; yes-no: two; checklist: none. */
	readonly anchors: readonly string[];
	/** Checklist: words of each element by id. */
	readonly elements: Readonly<Record<string, string>>;
	readonly action: string;
	/** Words for the organisation's own policy, or `null`. */
	readonly policyText: string | null;
	readonly weightReason: string;
	readonly criticalReason: string | null;
	/** When *not applicable* may be chosen, or `null`. */
	readonly notApplicable: string | null;
}

export interface Titled {
	readonly title: string;
	readonly text: string;
}

export interface Labelled {
	readonly label: string;
	readonly text: string;
}

export interface FactTexts {
	readonly question: string;
	readonly short: string;
	readonly help: string;
	readonly drives: string;
	readonly choices: Readonly<Record<string, string>>;
}

export interface ClaimTexts {
	readonly text: string;
	/** Part or paragraph, only where the text was read. */
	readonly locator: string | null;
	/** Of whom a published figure counts. */
	readonly ofWhom: string | null;
}

/** Everything but the questions: small enough for any page. */
export interface FrameTexts {
	readonly title: string;
	readonly subtitle: string;
	readonly about: string;
	readonly limits: readonly string[];
	readonly values: Readonly<Record<string, Titled>>;
	/** `short` is the label for charts and tables. */
	readonly groups: Readonly<Record<string, Titled & { readonly short: string }>>;
	readonly practiceAreas: Readonly<Record<string, Titled>>;
	readonly themes: Readonly<Record<string, Titled>>;
	readonly legalLens: Readonly<Record<string, Titled>>;
	readonly markers: Readonly<Record<string, string>>;
	readonly duties: Readonly<Record<string, Labelled>>;
	/** By grade 0–3. */
	readonly grades: readonly Labelled[];
	/** By grade 0–3: the shared coverage scale. */
	readonly coverage: readonly Labelled[];
	/** By level 0–3. */
	readonly levels: readonly Labelled[];
	readonly gapClasses: Readonly<Record<string, string>>;
	readonly tiers: Readonly<Record<string, Labelled>>;
	readonly selections: Readonly<Record<string, Titled & { readonly intro: readonly string[] }>>;
}

export interface ScopingTexts {
	readonly facts: Readonly<Record<string, FactTexts>>;
	readonly conditions: Readonly<Record<string, { readonly label: string; readonly outOfScope: string }>>;
	/** Why a row of the exposure table gives its tier, by row number. */
	readonly tierRows: Readonly<Record<number, string>>;
}

export interface SourceTexts {
	readonly claims: Readonly<Record<string, ClaimTexts>>;
	readonly documents: Readonly<Record<string, { readonly title: string; readonly issuer: string }>>;
}

export interface QuestionnaireTexts {
	readonly frame: FrameTexts;
	readonly scoping: ScopingTexts;
	readonly questions: Readonly<Record<string, QuestionTexts>>;
	readonly sources: SourceTexts;
	/** Rules and words of the consistency hints: they travel together, to the pages that show them. */
	readonly hints: readonly Hint[];
	/** Other frameworks beside this questionnaire: only where a report is made of it, and there is one. */
	readonly crosswalk?: Crosswalk | null;
}
