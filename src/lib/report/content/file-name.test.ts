import { describe, expect, test } from 'vitest';
import { reportFileName } from './file-name.ts';

const parts = { instrument: 'ai-privacy', made: '2026-11-23T01:00:00.000Z', language: 'zh-Hant' };

describe('reportFileName', () => {
	test('says organisation, instrument, day and language', () => {
		expect(reportFileName({ ...parts, organisation: 'Acme Ltd' })).toBe(
			'Acme-Ltd-ai-privacy-2026-11-23-zh-Hant.pdf'
		);
	});

	test('keeps letters of any script and nothing that a system refuses', () => {
		const organisation = ' ../蓮崗: "補習社" <A/B|C>?*\u0000\\. ';
		expect(reportFileName({ ...parts, organisation })).toBe(
			'蓮崗-補習社-A-B-C-ai-privacy-2026-11-23-zh-Hant.pdf'
		);
	});

	test('has a name without an organisation, too', () => {
		for (const organisation of [undefined, '', ' … '])
			expect(reportFileName({ ...parts, organisation })).toBe('report-ai-privacy-2026-11-23-zh-Hant.pdf');
	});

	test('stays within what file systems take, without half a character', () => {
		const name = reportFileName({ ...parts, organisation: '𨋢'.repeat(200) });
		expect(new TextEncoder().encode(name).length).toBeLessThan(200);
		expect(name).toMatch(/^(𨋢)+-ai-privacy/u);
	});

	test('takes the day of Hong Kong, on any machine', () => {
		expect(reportFileName({ ...parts, made: '2026-11-22T17:00:00.000Z', organisation: 'A' })).toContain(
			'2026-11-23'
		);
	});
});
