import { sectionsOf } from '../../src/lib/core/index.ts';
import { loadQuestionnaire } from '../../src/lib/server/questionnaire-files.ts';
import type { Control, Tab } from './browser.ts';

export const QUESTIONNAIRE = 'ai-privacy';
export const LANGUAGE = 'en';

const sections = sectionsOf(loadQuestionnaire(QUESTIONNAIRE).structure, 'full');
const first = sections[0] ?? { id: '', questions: [] };
const firstQuestion = first.questions[0] ?? '';

/** One of the two things that are measured beside each other. */
export interface Side {
	readonly name: 'static' | 'product';
	/** Path of the page with the first section. */
	readonly path: string;
	/** Sections in the order in which they are answered; the page turns between them. */
	readonly sections: readonly { readonly questions: readonly string[]; readonly next: PageTurn | null }[];
	readonly results: PageTurn;
	/** Whether the page sets `data-ready` once its app has started. */
	readonly hydrates: boolean;
	/** Whether `FIRST_CHOICE` has been stored. */
	stored(tab: Tab): Promise<boolean>;
}

/** What to click, and what is there once the new page is. */
interface PageTurn {
	readonly click: string;
	readonly until: string;
}

/** The control whose appearance counts: every kind of question has it, and both sides keep it as it is. */
export const FIRST_CHOICE: Control = { name: firstQuestion, value: 'unknown' };
export const FIRST_CONTROL = `input[name="${FIRST_CHOICE.name}"][value="${FIRST_CHOICE.value}"]`;

export const staticSide: Side = {
	name: 'static',
	path: '/',
	sections: [{ questions: first.questions, next: null }],
	results: { click: '#finish', until: '#results svg' },
	hydrates: false,
	stored: ({ page }) =>
		page.evaluate(({ name, value }) => {
			const kept = JSON.parse(localStorage['static-page'] ?? '{}') as Record<string, string[]>;
			return kept[name]?.includes(value) ?? false;
		}, FIRST_CHOICE)
};

export const productSide: Side = {
	name: 'product',
	path: `/${LANGUAGE}/assessment/${QUESTIONNAIRE}/full/${first.id}/`,
	sections: sections.map(({ questions }, index) => {
		const following = sections[index + 1]?.questions[0];
		return { questions, next: following ? { click: 'a[rel="next"]', until: `#item-${following}` } : null };
	}),
	results: { click: '.steps a[href*="/results/"]', until: '#level' },
	hydrates: true,
	stored: ({ page }) => page.evaluate(isUnknownInDatabase, FIRST_CHOICE.name)
};

/** In the page: whether the product's database holds *don't know* for a question. Never creates the database. */
async function isUnknownInDatabase(question: string): Promise<boolean> {
	const known = await indexedDB.databases();
	if (!known.some(({ name }) => name === 'plumbline')) return false;
	const result = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const db = await result(indexedDB.open('plumbline'));
	const parts = db.objectStoreNames.contains('parts')
		? await result(db.transaction('parts').objectStore('parts').getAll())
		: [];
	db.close();
	return (parts as { kind: string; key: string; value: { unknown?: boolean } }[]).some(
		({ kind, key, value }) => kind === 'answer' && key === question && value.unknown === true
	);
}
