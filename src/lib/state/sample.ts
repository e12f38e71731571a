import type { Assessment, Language, Questionnaire } from '../core/index.ts';
import { createAssessment } from '../core/index.ts';
import { LANGUAGES } from '../core/languages.ts';
import aiPrivacy from '../../../questionnaires/ai-privacy/sample.json' with { type: 'json' };

// Three languages at once: load this module on use (`await import(…)`), never with a page.

/** Samples by questionnaire: an assessment whose texts are given in every language. */
const SAMPLES: Readonly<Record<string, unknown>> = { 'ai-privacy': aiPrivacy };

/** Whether there is a sample of a questionnaire to look at. */
export function hasSample(questionnaire: string): boolean {
	return Object.hasOwn(SAMPLES, questionnaire);
}

/** Address of the sample in fragments: `#a=sample`. */
export const SAMPLE_ID = 'sample';

/**
 * A filled-in assessment of a fictional organisation, to look at before answering.
 *
 * @returns the sample in one language; an empty assessment for a questionnaire without one
 */
export function sampleAssessment(questionnaire: Questionnaire, language: Language = 'en'): Assessment {
	const { id, version, scoringVersion, asAt } = questionnaire;
	const sample = SAMPLES[id];
	if (!sample)
		return createAssessment(questionnaire, {
			id: SAMPLE_ID,
			now: `${asAt}T00:00:00.000Z`,
			selection: 'full'
		});
	return {
		format: 'plumbline-assessment',
		formatVersion: 1,
		questionnaire: { id, version },
		scoringVersion,
		...(inLanguage(sample, language) as Omit<
			Assessment,
			'format' | 'formatVersion' | 'questionnaire' | 'scoringVersion'
		>)
	};
}

/** Puts one language in the place of every text. */
function inLanguage(value: unknown, language: Language): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((item) => inLanguage(item, language));
	const record = value as Readonly<Record<string, unknown>>;
	if (LANGUAGES.every((tag) => typeof record[tag] === 'string')) return record[language];
	return Object.fromEntries(Object.entries(record).map(([key, inner]) => [key, inLanguage(inner, language)]));
}
