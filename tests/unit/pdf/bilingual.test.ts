import { describe, expect, test } from 'vitest';
import { readPdf, squeezed } from '../../../src/lib/report/testing/read-pdf.ts';
import { sampleAssessment } from '../../../src/lib/state/sample.ts';
import { compiled, filled, makeReport } from '../../helpers/make-report.ts';
import { checkPdf } from '../../helpers/pdf-check/check.ts';

const PAIRS = [
	['en', 'zh-Hant'],
	['en', 'zh-Hans'],
	['zh-Hant', 'zh-Hans']
] as const;

describe.each(PAIRS)('a report in %s beside %s', (first, second) => {
	test('has the shape of PDF/UA-1 and PDF/A-3a in every chapter', { timeout: 60_000 }, async () => {
		const earlier = sampleAssessment(compiled.structure, first);
		const options = { chapters: 'full', data: 'everything' } as const;
		const { bytes } = await makeReport(first, options, filled(), earlier, filled().updated, second);
		expect(await checkPdf(bytes)).toEqual([]);
	});

	test('says in both columns what each language says alone', { timeout: 60_000 }, async () => {
		const options = { chapters: ['results'] } as const;
		const assessment = filled();
		const made = await makeReport(first, options, assessment, undefined, assessment.updated, second);
		const text = squeezed(
			(await readPdf(made.bytes)).pages.flatMap(({ items }) => items.map((i) => i.text)).join('')
		);
		for (const language of [first, second]) {
			const alone = await makeReport(language, options, assessment);
			const items = (await readPdf(alone.bytes)).pages.flatMap((page) => page.items);
			const body = items.filter(({ y }) => y > 66 && y < 775).map((item) => squeezed(item.text));
			// Lines break elsewhere in a narrower column: single characters are enough to show that nothing is gone.
			for (const character of new Set(body.join(''))) expect(text).toContain(character);
		}
	});
});
test.each(['en', 'zh-Hant', 'zh-Hans'] as const)(
	'the board’s report has two pages in %s',
	async (language) => {
		const sample = sampleAssessment(compiled.structure, language);
		expect((await makeReport(language, { chapters: 'board' }, sample)).pages).toBe(2);
	}
);
