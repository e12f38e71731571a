import { createHmac, randomBytes } from 'node:crypto';

/** Wrong codes that one address may try within ten minutes. A whole class comes from one address, and few mistype. */
const WRONG_PER_ADDRESS = 60;
const WINDOW_MS = 10 * 60_000;
/** Wrong codes a second over all addresses; what exceeds them waits. 31⁶ codes at 50 a second: 205 days for all. */
const WRONG_PER_SECOND = 50;
const LONGEST_DELAY_MS = 5_000;
/** Addresses remembered at once; the oldest is forgotten first. */
const MOST_ADDRESSES = 50_000;

/**
 * Slows down whoever guesses codes. Only failed attempts count. Addresses are kept in memory alone, as a keyed hash
 * whose key dies with the process.
 */
export class JoinBrake {
	readonly #key = randomBytes(32);
	readonly #wrong = new Map<string, { count: number; until: number }>();
	#second = 0;
	#inSecond = 0;

	#name(address: string): string {
		return createHmac('sha256', this.#key).update(address).digest('base64url').slice(0, 16);
	}

	/** @returns how long this address has to stay away, in ms; 0: it may try */
	refusedFor(address: string, now: number): number {
		const entry = this.#wrong.get(this.#name(address));
		return entry && entry.count >= WRONG_PER_ADDRESS && entry.until > now ? entry.until - now : 0;
	}

	/** Counts a failed attempt. @returns how long its answer should wait, in ms */
	failed(address: string, now: number): number {
		const name = this.#name(address);
		const before = this.#wrong.get(name);
		this.#wrong.delete(name);
		this.#wrong.set(
			name,
			before && before.until > now
				? { count: before.count + 1, until: before.until }
				: { count: 1, until: now + WINDOW_MS }
		);
		if (this.#wrong.size > MOST_ADDRESSES) this.#wrong.delete(this.#wrong.keys().next().value!);
		const second = Math.floor(now / 1_000);
		this.#inSecond =
			second === this.#second ? this.#inSecond + 1 : Math.max(1, this.#inSecond - WRONG_PER_SECOND);
		this.#second = second;
		const over = this.#inSecond - WRONG_PER_SECOND;
		return over <= 0 ? 0 : Math.min(LONGEST_DELAY_MS, (over / WRONG_PER_SECOND) * 1_000);
	}
}

/** A bucket of permits that fills again at a steady rate. */
export class Bucket {
	readonly #perSecond: number;
	readonly #most: number;
	#left: number;
	#at = 0;

	constructor(perSecond: number, most: number) {
		this.#perSecond = perSecond;
		this.#most = most;
		this.#left = most;
	}

	take(now: number): boolean {
		this.#left = Math.min(this.#most, this.#left + (Math.max(0, now - this.#at) / 1_000) * this.#perSecond);
		this.#at = now;
		if (this.#left < 1) return false;
		this.#left--;
		return true;
	}
}
