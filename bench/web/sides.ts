import { sectionsOf } from '../../src/lib/core/index.ts';
import { loadQuestionnaire } from '../../src/lib/server/questionnaire-files.ts';
import type { Tab } from './browser.ts';

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
	/** Whether an answer has been stored. */
	stored(tab: Tab, question: string, value: string): Promise<boolean>;
}

/** What to click, and what is there once the new page is. */
interface PageTurn {
	readonly click: string;
	readonly until: string;
}

/** The control whose appearance counts: chosen in every kind of question, and kept by both sides as it is. */
export const FIRST_CHOICE = { question: firstQuestion, value: 'unknown' };
export const FIRST_CONTROL = `input[type="radio"][name="${firstQuestion}"][value="${FIRST_CHOICE.value}"]`;

export const staticSide: Side = {
	name: 'static',
	path: '/',
	sections: [{ questions: first.questions, next: null }],
	results: { click: '#finish', until: '#results svg' },
	hydrates: false,
	stored: ({ page }, question, value) =>
		page.evaluate(
			([name, wanted]) =>
				(JSON.parse(localStorage['static-page'] ?? '{}') as Record<string, string[]>)[name]?.includes(
					wanted
				) ?? false,
			[question, value] as const
		)
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
	stored: ({ page }, question, value) => page.evaluate(isInDatabase, [question, value] as const)
};

/** In the page: whether the product's database holds an answer. Never creates the database. */
async function isInDatabase([question, value]: readonly [string, string]): Promise<boolean> {
	const known = await indexedDB.databases();
	if (!known.some(({ name }) => name === 'plumbline')) return false;
	const request = <T>(made: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			made.onsuccess = () => resolve(made.result);
			made.onerror = () => reject(made.error);
		});
	const db = await request(indexedDB.open('plumbline'));
	try {
		const parts = (await request(db.transaction('parts').objectStore('parts').getAll())) as {
			kind: string;
			key: string;
			value: { unknown?: boolean; grade?: number };
		}[];
		const answer = parts.find(({ kind, key }) => kind === 'answer' && key === question)?.value;
		return value === 'unknown' ? answer?.unknown === true : String(answer?.grade) === value;
	} finally {
		db.close();
	}
}
