import { expect, test } from 'vitest';
import { collectTexts } from './collect-texts.ts';
import { DIFFICULT_NOTES, sampleDocument } from './testing/sample-document.ts';

test('collectTexts finds texts in every kind of block, cleaned as they will be set', () => {
	const { texts } = collectTexts(sampleDocument('zh-Hant'));
	expect(texts).toContain(DIFFICULT_NOTES.rare);
	expect(texts).toContain('Serial Keeper Expiry');
	expect(texts).toContain('第{n}頁，共{N}頁');
});

test('collectTexts names the languages of the document and of its parts', () => {
	expect(collectTexts(sampleDocument('zh-Hans')).languages.toSorted()).toEqual(['en', 'zh-Hans']);
});
