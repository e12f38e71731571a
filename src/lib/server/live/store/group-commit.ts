import type { AnswerOutcome, NewAnswer } from './store.ts';

interface Waiting {
	readonly answer: NewAnswer;
	readonly resolve: (outcome: AnswerOutcome) => void;
	readonly reject: (error: unknown) => void;
}

/** Most answers in one transaction: keeps a commit short when many arrive at once. */
const MOST_ANSWERS = 2_048;

/**
 * Commits answers in groups. What arrives during a commit is the next group: no timer, and no waiting when idle. An
 * answer's promise resolves after its commit.
 */
export class GroupCommit {
	readonly #write: (batch: readonly NewAnswer[]) => Promise<AnswerOutcome[]>;
	#waiting: Waiting[] = [];
	#running: Promise<void> | null = null;

	constructor(write: (batch: readonly NewAnswer[]) => Promise<AnswerOutcome[]>) {
		this.#write = write;
	}

	/** Answers not yet committed. */
	get size(): number {
		return this.#waiting.length;
	}

	put(answer: NewAnswer): Promise<AnswerOutcome> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ answer, resolve, reject });
			this.#running ??= this.#run();
		});
	}

	/** Resolves when nothing is left to be committed. */
	async settled(): Promise<void> {
		while (this.#running) await this.#running;
	}

	async #run(): Promise<void> {
		// What else arrived in this turn of the event loop belongs to the first group.
		await new Promise((resolve) => setImmediate(resolve));
		while (this.#waiting.length > 0) {
			const group = this.#waiting.splice(0, MOST_ANSWERS);
			try {
				const outcomes = await this.#write(group.map(({ answer }) => answer));
				group.forEach(({ resolve }, index) => resolve(outcomes[index]!));
			} catch (error) {
				for (const { reject } of group) reject(error);
			}
		}
		this.#running = null;
	}
}
