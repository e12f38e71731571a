import {
	Hosting,
	joinRoom,
	listenAsHost,
	listenAsParticipant,
	openRoom,
	Participation
} from '../../src/lib/client/room/index.ts';
import type { HostSnapshot, ParticipantSnapshot, RoomSpec } from '../../src/lib/core/room/schema.ts';
import { SPEC } from './stores.ts';

export async function host(base: string, spec: RoomSpec = SPEC): Promise<Hosting> {
	return new Hosting(await openRoom(spec, base), base);
}

export async function participant(hosting: Hosting, role: number | null = null): Promise<Participation> {
	const { entry } = await hosting.read();
	return new Participation(
		await joinRoom({ secret: entry.secret }, role, undefined, hosting.base),
		hosting.base
	);
}

export async function participants(hosting: Hosting, count: number): Promise<Participation[]> {
	const { secret } = (await hosting.read()).entry;
	return Promise.all(
		Array.from(
			{ length: count },
			async () => new Participation(await joinRoom({ secret }, null, undefined, hosting.base), hosting.base)
		)
	);
}

/** Listens, and lets a test wait for the first snapshot that is as it should be. */
export class Screen<T> {
	readonly seen: T[] = [];
	state = '';
	close: () => void = () => undefined;
	#waiting: { is: (of: T) => boolean; resolve: (of: T) => void }[] = [];
	#gone: (() => void)[] = [];

	readonly options = (base: string) => ({
		base,
		firstMs: 50,
		mostMs: 200,
		onsnapshot: (snapshot: T) => {
			this.seen.push(snapshot);
			this.#waiting = this.#waiting.filter(({ is, resolve }) => !is(snapshot) || void resolve(snapshot));
		},
		onstate: (state: string) => {
			this.state = state;
			if (state === 'gone') this.#gone.forEach((resolve) => resolve());
		}
	});

	/** @returns the newest snapshot if it fits, or else the first one that does */
	until(is: (of: T) => boolean): Promise<T> {
		const last = this.seen.at(-1);
		if (last && is(last)) return Promise.resolve(last);
		return new Promise((resolve) => this.#waiting.push({ is, resolve }));
	}

	gone(): Promise<void> {
		return this.state === 'gone' ? Promise.resolve() : new Promise((resolve) => this.#gone.push(resolve));
	}
}

export function hostScreen({ key, base }: Hosting): Screen<HostSnapshot> {
	const screen = new Screen<HostSnapshot>();
	const listening = listenAsHost(key, screen.options(base));
	screen.close = () => listening.close();
	return screen;
}

export function participantScreen({ key, base }: Participation): Screen<ParticipantSnapshot> {
	const screen = new Screen<ParticipantSnapshot>();
	const listening = listenAsParticipant(key, screen.options(base));
	screen.close = () => listening.close();
	return screen;
}
