import type { ClaimTexts, QuestionTexts, SourceTexts } from '$lib/core/index.ts';

/** What answering a question needs: part of the page. */
export type AnswerTexts = Pick<QuestionTexts, 'short' | 'question' | 'anchors' | 'elements'> & {
	/** Checklist: what the whole list amounts to, for the shared scale of a whole organisation. */
	readonly good: string | null;
};

/** What opens on request: fetched apart, so that the first question is there sooner. */
export type HelpTexts = Omit<QuestionTexts, 'short' | 'question' | 'anchors' | 'elements' | 'policyText'>;

/** Everything that opens on request in one section. */
export interface SectionHelp {
	readonly questions: Readonly<Record<string, HelpTexts>>;
	readonly claims: Readonly<Record<string, ClaimTexts>>;
	readonly documents: SourceTexts['documents'];
}
