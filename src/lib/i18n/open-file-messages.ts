import type { Language } from '../core/languages.ts';
import type { Messages } from './translator.ts';

const files = import.meta.glob<Messages>('./locales/*/openFile.json', { import: 'default' });

/** The words for opening a file, on use: most pages do not carry them. */
export async function loadOpenFileMessages(language: Language): Promise<Messages> {
	return { openFile: await files[`./locales/${language}/openFile.json`]?.() };
}
