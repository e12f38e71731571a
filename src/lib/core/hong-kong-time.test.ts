import { describe, expect, test } from 'vitest';
import { createAssessment } from './assessment/create.ts';
import { hongKongTime } from './hong-kong-time.ts';

describe('days and times are those of Hong Kong on every machine', () => {
	test('a moment in UTC is eight hours later on the clock', () => {
		expect(hongKongTime('2026-11-23T17:45:19.000Z')).toBe('2026-11-24T01:45:19');
	});

	test('an assessment started before breakfast is as at that day, not the day before', () => {
		const questionnaire = { id: 'q', version: '1.0.0', scoringVersion: '1' };
		const at = (now: string) =>
			createAssessment(questionnaire, { id: 'a', now, selection: 'full' }).details.asAt;
		// 07:00 in Hong Kong on the 24th is 23:00 in UTC on the 23rd.
		expect(at('2026-11-23T23:00:00.000Z')).toBe('2026-11-24');
		expect(at('2026-11-23T15:59:59.000Z')).toBe('2026-11-23');
	});
});
