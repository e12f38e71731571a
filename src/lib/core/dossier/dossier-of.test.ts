import { describe, expect, test } from 'vitest';
import { assessment, question, questionnaire } from '../../../../tests/fixtures/worked-example.ts';
import { mergeHead } from '../../storage/assessment-store.ts';
import { checkAssessment } from '../assessment/check-assessment.ts';
import { parseAssessment } from '../assessment/parse-assessment.ts';
import { dossierOf } from './dossier-of.ts';

const structure = questionnaire([question('one', 'a', { weight: 3 })]);
const words = { facts: {}, unsure: '?', colon: ': ', separator: '; ' };
const bare = assessment({});

describe('an assessment file with a dossier', () => {
	test('opens, and so does one from before dossiers existed', () => {
		const file = { ...bare, id: 'x1', dossier: { governance: { arrangements: 'Committee since 2024' } } };
		expect(parseAssessment(JSON.stringify(file))).toEqual({ ok: true, value: file });
		expect(checkAssessment(structure, file)).toEqual(checkAssessment(structure, { ...bare, id: 'x1' }));
		expect(parseAssessment(JSON.stringify({ ...bare, id: 'x1' })).ok).toBe(true);
	});

	test('is refused where a field, a theme or a length is not one of ours', () => {
		const read = (dossier: unknown) => parseAssessment(JSON.stringify({ ...bare, id: 'x1', dossier }));
		expect(read({ governance: { gossip: 'x' } }).ok).toBe(false);
		expect(read({ governance: { arrangements: 'x'.repeat(10_001) } }).ok).toBe(false);
		const found = checkAssessment(structure, { ...bare, dossier: { astrology: { data: 'x' } } });
		expect(found.map(({ path }) => path.join('.'))).toContain('dossier.astrology');
	});
});

test('facts typed in two tabs about one theme are both kept', () => {
	const first = mergeHead(
		{ dossier: { security: { data: 'A' } } },
		{ dossier: { security: { locations: 'B' } } }
	);
	expect(first.dossier).toEqual({ security: { data: 'A', locations: 'B' } });
});

test('a text in a field that its theme does not offer is shown all the same', () => {
	const [theme] = dossierOf(
		structure,
		{ ...bare, dossier: { governance: { retention: 'Six months' } } },
		words
	);
	expect(theme?.entries).toEqual([
		{ field: 'retention', text: 'Six months', source: 'typed' },
		{ field: 'arrangements', text: '', source: 'none' }
	]);
});

test('documents stand under the first theme of their question, with the day on which they were looked at', () => {
	const answered = assessment({
		one: {
			grade: 1,
			basis: { kind: 'seen', asAt: '2026-11-01' },
			evidence: [{ what: 'Register' }, { what: ' ' }]
		}
	});
	const [theme] = dossierOf(structure, answered, words);
	expect(theme?.evidence).toEqual([{ question: 'one', evidence: { what: 'Register' }, asAt: '2026-11-01' }]);
});
