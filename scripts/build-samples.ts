/** Makes the sample reports that people can look at before answering: one in each language, as the app would. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reportFile } from '../src/lib/cli/report.ts';
import { LANGUAGES } from '../src/lib/core/languages.ts';
import { loadQuestionnaire } from '../src/lib/server/questionnaire-files.ts';
import { sampleAssessment } from '../src/lib/state/sample.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** The questionnaire whose sample is shown. */
const SAMPLED = 'ai-privacy';
const FOLDER = join(ROOT, 'static', 'samples');

/** Writes `static/samples/plumbline-sample-<language>.pdf`; the fonts must have been built before. */
export async function buildSamples(): Promise<void> {
	const compiled = loadQuestionnaire(SAMPLED, join(ROOT, 'questionnaires'));
	mkdirSync(FOLDER, { recursive: true });
	for (const language of LANGUAGES) {
		const sample = sampleAssessment(compiled.structure, language);
		const { bytes } = await reportFile(compiled, sample, [language], 'pdf');
		writeFileSync(join(FOLDER, `plumbline-sample-${language}.pdf`), bytes);
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSamples();
