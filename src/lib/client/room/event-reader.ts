export interface ServerEvent {
	readonly name: string;
	readonly data: string;
}

/** Longest event that is held, in UTF-16 units; a room of 100 questions stays below 40,000. */
const MOST = 1_000_000;

/**
 * Reads the text of an event stream piece by piece. Source: HTML standard, section 9.2.6, the parts this server uses.
 *
 * @throws {RangeError} when an event never ends
 */
export class EventReader {
	#rest = '';
	/** In ms, as the server last said. */
	retryMs: number | null = null;

	/** @returns the events that this piece completes */
	read(piece: string): ServerEvent[] {
		const blocks = (this.#rest + piece).split(/\r?\n\r?\n/);
		this.#rest = blocks.pop() ?? '';
		if (this.#rest.length > MOST) throw new RangeError('An event of this stream does not end.');
		return blocks.flatMap((block) => this.#event(block));
	}

	#event(block: string): ServerEvent[] {
		let name = 'message';
		const data: string[] = [];
		for (const line of block.split(/\r?\n/)) {
			const [, field, value = ''] = /^(\w+):? ?(.*)$/.exec(line) ?? [];
			if (field === 'event') name = value;
			else if (field === 'data') data.push(value);
			else if (field === 'retry' && /^\d+$/.test(value)) this.retryMs = Number(value);
		}
		return data.length > 0 ? [{ name, data: data.join('\n') }] : [];
	}
}
