/** The server's time, as far as this device knows it: clocks of phones are minutes apart. */
export class RoomClock {
	#offset = 0;
	#now = $state(Date.now());
	#timer: ReturnType<typeof setInterval> | undefined;

	/** @param now - the server's clock when it sent something, ms since 1970 */
	set(now: number): void {
		this.#offset = now - Date.now();
		this.#now = now;
		this.#timer ??= setInterval(() => (this.#now = Date.now() + this.#offset), 500);
	}

	get now(): number {
		return this.#now;
	}

	close(): void {
		clearInterval(this.#timer);
	}
}

/** `1:05`; nothing below zero. */
export function countdownText(endsAt: number, now: number): string {
	const seconds = Math.max(0, Math.ceil((endsAt - now) / 1_000));
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
