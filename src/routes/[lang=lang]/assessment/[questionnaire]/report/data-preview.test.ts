import { expect, test } from 'vitest';
import { withoutTypedTexts } from '$lib/core/report-file/report-file.ts';
import { loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import { everyFact, fullAssessment, typedStrings } from '../../../../../../tests/fixtures/full-assessment.ts';
import { countData } from './data-preview.ts';

const { structure } = loadQuestionnaire('ai-privacy');
const filled = { ...fullAssessment(structure), dossier: everyFact(structure) };

test('the preview counts what goes in, kind by kind', () => {
	const counts = countData(filled);
	expect(counts.answers).toBe(Object.keys(filled.answers).length);
	for (const count of Object.values(counts)) expect(count).toBeGreaterThan(10);
});

test('without notes, names and evidence nothing of the kind is left, nor any other typed word', () => {
	const bare = withoutTypedTexts(filled);
	expect(countData(bare)).toMatchObject({ notes: 0, evidence: 0, names: 0, facts: 0 });
	const json = JSON.stringify(bare);
	const dates = /^\d{4}-\d\d-\d\d/;
	const words = typedStrings(filled).filter(
		(text) => !dates.test(text) && text.length > 3 && !/^organisation-\d+$/.test(text)
	);
	expect(words.filter((text) => json.includes(JSON.stringify(text)))).toEqual([]);
});
