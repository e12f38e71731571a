import type { ServerResponse } from 'node:http';

/** A reader that takes nothing for so long is dropped. */
const STALLED_MS = 30_000;

/**
 * One open event stream. Every event is a full snapshot, so a slow reader misses some and gets the newest: it is
 * looked at before writing whether the last event has left.
 */
export class Stream {
	readonly #response: ServerResponse;
	#missed: string | null = null;
	#stalledSince = 0;

	constructor(response: ServerResponse) {
		this.#response = response;
	}

	/**
	 * @param first - what is to be seen at once; with the head in one piece of the network
	 * @param retryMs - how long the browser waits before it connects again; differs between people, so that they do not all come at once
	 */
	begin(retryMs: number, first: string): void {
		this.#response.writeHead(200, {
			'Content-Type': 'text/event-stream',
			'Cache-Control': 'no-store, no-transform',
			// nginx would otherwise collect events until its buffer is full.
			'X-Accel-Buffering': 'no'
		});
		this.#response.write(`retry: ${retryMs}\n\n${first}`);
	}

	/** @param text - a whole event with its empty line */
	send(text: string, now: number): void {
		if (this.#stalledSince > 0) {
			if (now - this.#stalledSince > STALLED_MS) this.#response.destroy();
			else this.#missed = text;
			return;
		}
		if (this.#response.write(text)) return;
		this.#stalledSince = now;
		this.#response.once('drain', () => {
			const missed = this.#missed;
			this.#missed = null;
			this.#stalledSince = 0;
			if (missed !== null) this.send(missed, Date.now());
		});
	}

	/** A comment, which keeps proxies from closing a quiet stream. Never replaces an event that waits. */
	beat(now: number): void {
		if (this.#stalledSince === 0) this.send(':\n\n', now);
		else if (now - this.#stalledSince > STALLED_MS) this.#response.destroy();
	}

	end(last = ''): void {
		this.#response.end(last);
	}
}

export function eventText(name: string, id: number, data: unknown): string {
	return `event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
}
