import { pathText, type Issue } from '../core/issues.ts';
import type { Language } from '../core/languages.ts';

const files = import.meta.glob<Record<string, string>>('./locales/*/issues.json', { import: 'default' });

/** One thing that is wrong with a file, in words, and where. */
export interface IssueText {
	readonly text: string;
	/** Path inside the file, for instance `answers.ai-inventory.grade`; empty for the whole file. */
	readonly place: string;
}

/**
 * Loads the messages about opened files in one language, on use: pages do not carry them.
 *
 * @returns a function that says an issue; a code without words of its own gets the general message
 */
export async function loadIssueMessages(language: Language): Promise<(issue: Issue) => IssueText> {
	const messages = (await files[`./locales/${language}/issues.json`]?.()) ?? {};
	return ({ code, path, params }) => ({
		text: (messages[code] ?? messages['invalid'] ?? code).replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
			String(params[name] ?? '')
		),
		place: pathText(path)
	});
}
