import type { ClaimTexts, MarkedPart, QuestionTexts, SourceTexts, TermTexts } from '$lib/core/index.ts';

/** What answering a question needs: part of the page. */
export type AnswerTexts = Pick<QuestionTexts, 'short' | 'question' | 'anchors' | 'elements'> & {
	/** Checklist: what the whole list amounts to, for the shared scale of a whole organisation. */
	readonly good: string | null;
};

/** What opens on request: fetched apart, so that the first question is there sooner. */
export type HelpTexts = Omit<
	QuestionTexts,
	'short' | 'question' | 'anchors' | 'elements' | 'policyText' | 'why' | 'good'
> & {
	/** With the terms of the glossary marked, each where the question's help uses it first. */
	readonly why: readonly MarkedPart[];
	readonly good: readonly MarkedPart[];
};

/** Everything that opens on request in one section. */
export interface SectionHelp {
	readonly questions: Readonly<Record<string, HelpTexts>>;
	readonly claims: Readonly<Record<string, ClaimTexts>>;
	readonly documents: SourceTexts['documents'];
	/** The terms that are marked. */
	readonly terms: Readonly<Record<string, TermTexts>>;
}
