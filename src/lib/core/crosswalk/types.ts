/** An area or principle of another framework, in one language. */
export interface CrosswalkArea {
	readonly id: string;
	readonly title: string;
	/** Scoring groups that are nearest to it, never equal to it; none: nothing here asks about it. */
	readonly nearest: readonly string[];
	/** The practice area that stands for it where questions name it themselves: read instead of the mean. */
	readonly practiceArea: string | null;
}

/** Another framework read beside a questionnaire, in one language. */
export interface CrosswalkFramework {
	readonly id: string;
	readonly title: string;
	/** Whose it is and what weight it has. */
	readonly nature: string;
	readonly document: string;
	readonly claims: readonly string[];
	readonly areas: readonly CrosswalkArea[];
	/** What it has that the questionnaire does not ask about. */
	readonly onlyThere: string;
	/** What the questionnaire asks about that it does not have. */
	readonly onlyHere: string;
}

/** Other frameworks beside the scoring groups of one questionnaire, in one language. */
export interface Crosswalk {
	readonly questionnaire: string;
	readonly frameworks: readonly CrosswalkFramework[];
}
