import { describe, expect, test } from 'vitest';
import { assessment } from '../../../tests/fixtures/worked-example.ts';
import { exportAssessment, fileBaseName } from './export-assessment.ts';

const named = (organisation: string) =>
	fileBaseName(assessment({}, { details: { organisation } }), '2026-11-23');

describe('exportAssessment', () => {
	test('names the file after organisation, instrument and day of the last change', () => {
		const { name } = exportAssessment(
			assessment({}, { details: { organisation: 'Acme Ltd' }, updated: '2026-12-01T08:00:00Z' })
		);
		expect(name).toBe('Acme-Ltd-example-2026-12-01.json');
	});

	test('keeps letters of every script and nothing that a system refuses', () => {
		expect(named('海灣里補習社')).toBe('海灣里補習社-example-2026-11-23');
		expect(named('  A/B: "C" <d>|*? ..\u202e\u0000')).toBe('A-B-C-d-example-2026-11-23');
		expect(named('***')).toBe('example-2026-11-23');
	});

	test('stays short enough for every system', () => {
		expect(new TextEncoder().encode(named('機'.repeat(500))).length).toBeLessThan(200);
	});

	test('falls back on the title', () => {
		expect(fileBaseName(assessment({}, { details: { title: 'Pilot' } }), '2026-11-23')).toBe(
			'Pilot-example-2026-11-23'
		);
	});
});
