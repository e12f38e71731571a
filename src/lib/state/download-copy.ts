import type { AssessmentSession } from './assessment-session.svelte.ts';

/** Downloads the open assessment as it is shown, whether or not it could be stored. */
export async function downloadCopy(session: AssessmentSession): Promise<void> {
	if (!session.assessment) return;
	const { downloadAssessment } = await import('./export-assessment.ts');
	downloadAssessment(session.assessment);
}
