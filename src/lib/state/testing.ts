/** A `localStorage` for tests outside a browser; own keys are the stored ones, as in a browser. */
export function fakeStorage(): Storage {
	const methods = {
		getItem(this: Record<string, string>, key: string) {
			return Object.hasOwn(this, key) ? this[key] : null;
		},
		setItem(this: Record<string, string>, key: string, value: string) {
			this[key] = value;
		},
		removeItem(this: Record<string, string>, key: string) {
			delete this[key];
		}
	};
	return Object.create(methods) as Storage;
}

/** Two ends on one channel, as two tabs have them; messages arrive at once, and a closed end refuses as a browser's does. */
export function fakeChannels(): [BroadcastChannel, BroadcastChannel] {
	type Listener = (event: { data: unknown }) => void;
	const listeners: [Listener[], Listener[]] = [[], []];
	const closed = [false, false];
	const end = (own: 0 | 1) => ({
		addEventListener: (_: string, listener: Listener) => listeners[own].push(listener),
		removeEventListener: (_: string, listener: Listener) =>
			listeners[own].splice(listeners[own].indexOf(listener), 1),
		postMessage: (data: unknown) => {
			if (closed[own]) throw new DOMException('Channel is closed', 'InvalidStateError');
			listeners[own === 0 ? 1 : 0].forEach((hear) => hear({ data: structuredClone(data) }));
		},
		close: () => {
			closed[own] = true;
			listeners[own].length = 0;
		}
	});
	return [end(0), end(1)] as unknown as [BroadcastChannel, BroadcastChannel];
}
