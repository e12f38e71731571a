import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/lib/core/languages.ts';
import { textsOf } from '../../../src/lib/core/questionnaire/texts-of.ts';
import { roomTextsOf } from '../../../src/lib/core/room/texts.ts';
import { createPlainTranslator } from '../../../src/lib/i18n/plain-translator.ts';
import { createPdf } from '../../../src/lib/report/create-pdf.ts';
import { openTestFonts } from '../../../src/lib/report/fonts/testing.ts';
import { buildRoomReport } from '../../../src/lib/report/room/build-room-report.ts';
import { loadMessages } from '../../../src/lib/server/messages.ts';
import { listQuestionnaires, loadQuestionnaire } from '../../../src/lib/server/questionnaire-files.ts';
import { roomFileOf } from '../../fixtures/room-file.ts';
import { checkPdf } from '../../helpers/pdf-check/check.ts';

function documentOf(questionnaire: string, language: Language, count = 8) {
	const compiled = loadQuestionnaire(questionnaire);
	const { structure } = compiled;
	// One of each kind stands among them, whatever comes first in the questionnaire.
	const kinds = ['yes-no', 'checklist'].flatMap((kind) =>
		structure.questions.filter((question) => question.kind === kind).slice(0, 1)
	);
	const questions = [...new Set([...kinds, ...structure.questions])].slice(0, count);
	const { t, list } = createPlainTranslator(
		language,
		loadMessages(language, ['report', 'room', 'roomReport'])
	);
	return buildRoomReport({
		file: roomFileOf(structure, questions),
		texts: roomTextsOf(structure, textsOf(compiled, language)),
		caseTitle: 'A case',
		translate: t,
		translateList: list,
		language,
		made: '2026-11-23T10:00:00.000Z'
	});
}

describe('the report of a room has the shape of PDF/UA-1 and PDF/A-3a', () => {
	for (const language of LANGUAGES)
		test(`in ${language}`, { timeout: 60_000 }, async () => {
			const { createStack } = await openTestFonts();
			const { bytes, pages } = await createPdf(documentOf('ai-privacy', language), createStack());
			expect(await checkPdf(bytes)).toEqual([]);
			expect(pages).toBeGreaterThan(2);
		});
});

describe('the report of a room', () => {
	test.each(listQuestionnaires())('can be about %s, and every question is in it', (questionnaire) => {
		const text = JSON.stringify(documentOf(questionnaire, 'zh-Hant', 6));
		for (const number of [1, 2, 3, 4, 5, 6]) expect(text).toContain(`"${number}. `);
		expect(text).not.toMatch(/undefined|roomReport:|\{\{/);
	});

	test('keeps every note whole, and says of a question without a result why there is none', () => {
		const text = JSON.stringify(documentOf('ai-privacy', 'en'));
		expect(text).toContain('Ask the <b>supplier</b> & legal.');
		expect(text).toContain('请法务复核。😀');
		expect(text).toContain('n'.repeat(300));
		expect(text).toContain('Fewer than five people answered, so nothing is shown.');
		expect(text).toContain('Not asked.');
		expect(text).toContain('Still open when the report was made.');
	});
});
