import { floor, LANGUAGE_SLUGS, type Fraction, type Level } from '$lib/core/index.ts';
import type { PortfolioEntry } from '$lib/core/portfolio/entry.ts';
import type { Translator } from '$lib/i18n/translator.ts';
import { isoDay } from '$lib/i18n/dates.ts';
import { systemTime } from '$lib/state/system-time.ts';
import { questionAddress } from '$lib/ui/addresses.ts';
import { answeringAddress, nameOf } from '../links.ts';
import type { PageData } from './$types';

type Words = Pick<PageData, 'instruments' | 'frames'>;
type Names = Readonly<Record<string, string>>;

/** What the parts of the page show of an entry, in the page's language. */
export class PortfolioView {
	readonly i18n: Translator;
	readonly #words: () => Words;
	/** Short names of questions by questionnaire, once they have arrived. */
	#names = $state.raw<Readonly<Record<string, Names>>>({});
	// Nothing shown depends on it.
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	readonly #asked = new Set<string>();
	/** ISO date, the reader's own. */
	readonly today = isoDay(systemTime());

	constructor(i18n: Translator, words: () => Words) {
		this.i18n = i18n;
		this.#words = words;
	}
	get slug(): string {
		return LANGUAGE_SLUGS[this.i18n.language];
	}
	get instruments(): Words['instruments'] {
		return this.#words().instruments;
	}
	readonly name = ({ assessment }: Pick<PortfolioEntry, 'assessment'>): string =>
		nameOf(assessment, this.instruments, this.i18n.t('portfolio:untitled'));
	readonly compareNames = (a: string, b: string): number => a.localeCompare(b, this.i18n.language);

	questionnaire({ assessment }: PortfolioEntry): string {
		const { id } = assessment.questionnaire;
		return this.instruments.find((instrument) => instrument.id === id)?.title ?? id;
	}
	selection({ assessment }: PortfolioEntry): string {
		const instrument = this.instruments.find(({ id }) => id === assessment.questionnaire.id);
		return (
			instrument?.selections.find(({ id }) => id === assessment.selection)?.title ?? assessment.selection
		);
	}
	group(questionnaire: string, group: string): string {
		return this.#words().frames[questionnaire]?.groups[group] ?? group;
	}
	level(questionnaire: string, level: Level): string {
		return this.#words().frames[questionnaire]?.levels[level] ?? String(level);
	}
	tier({ assessment, tier }: PortfolioEntry): string | null {
		return tier && (this.#words().frames[assessment.questionnaire.id]?.tiers[tier] ?? tier);
	}
	/** Rounded down, as scores are shown everywhere; a range while questions are open. */
	score({ score, high }: { score: Fraction; high: Fraction }): string {
		const [low, top] = [floor(score), floor(high)];
		return low === top ? String(low) : `${low}–${top}`;
	}
	questionShort({ assessment }: PortfolioEntry, question: string): string {
		return this.#names[`${this.slug} ${assessment.questionnaire.id}`]?.[question] ?? question;
	}

	/** Fetches the names of questions that lists show; without them the ids stand there. */
	async loadNames(questionnaires: readonly string[]): Promise<void> {
		const { slug } = this;
		for (const id of questionnaires) {
			const key = `${slug} ${id}`;
			if (this.#asked.has(key)) continue;
			this.#asked.add(key);
			try {
				const response = await fetch(`/${slug}/data/${encodeURIComponent(id)}/names.json`);
				if (response.ok) this.#names = { ...this.#names, [key]: (await response.json()) as Names };
			} catch {
				this.#asked.delete(key);
			}
		}
	}

	answering({ assessment }: PortfolioEntry): string {
		return answeringAddress(this.slug, assessment, this.instruments);
	}
	page({ assessment }: PortfolioEntry, page: string): string {
		return `/${this.slug}/assessment/${assessment.questionnaire.id}/${page}/#a=${assessment.id}`;
	}
	/** Where a question is answered; the assessment's results when its selection does not ask it. */
	question(entry: PortfolioEntry, id: string): string {
		const { assessment, questionnaire } = entry;
		const question = questionnaire?.questions.find((one) => one.id === id);
		if (!questionnaire || !question?.selections.includes(assessment.selection))
			return this.page(entry, 'results');
		const { language } = this.i18n;
		const { selection } = assessment;
		return questionAddress({ language, questionnaire, id: assessment.id, selection }, question);
	}
}
