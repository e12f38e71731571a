import type { Choice } from './choices.ts';
import { forgetEarlyChoices, keepEarlyChoices } from './early.ts';

/**
 * Choices made before it is known which assessment is open. They are written down at once, and forgotten only
 * after the assessment that took them over is stored.
 */
export class PendingChoices {
	#choices: readonly Choice[];
	#written: boolean;

	constructor(early: readonly Choice[]) {
		this.#choices = early;
		this.#written = early.length > 0;
	}

	get list(): readonly Choice[] {
		return this.#choices;
	}
	add(choice: Choice): void {
		this.#choices = [...this.#choices, choice];
		this.#written = true;
		keepEarlyChoices(this.#choices);
	}
	/** Hands the choices over to an assessment; the written copy stays. */
	take(): readonly Choice[] {
		const taken = this.#choices;
		this.#choices = [];
		return taken;
	}
	/** The assessment that took them over has nothing left to store. */
	stored(): void {
		if (!this.#written || this.#choices.length > 0) return;
		this.#written = false;
		forgetEarlyChoices();
	}
}
