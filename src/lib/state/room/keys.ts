import type { Key } from '../../client/room/index.ts';
import { readSetting, writeSetting } from '../local-settings.ts';

/** A room that was opened on this device. */
export interface OwnRoom extends Key {
	readonly title: string;
	/** ISO time. */
	readonly opened: string;
}

/** A room that was joined on this device. */
export interface JoinedRoom extends Key {
	/** Secret or code that led here, so that the same link finds the same participant. */
	readonly via: string;
}

const OWN = 'rooms.host';
const JOINED = 'rooms.joined';
const SHOWN = 'plumbline.rooms.shown';
/** Rooms live seven days at most. */
const LONGEST_MS = 7 * 24 * 3_600_000;
const KEY = /^#?r=([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22})$/;

function isKey(value: unknown): value is Key {
	const { room, token } = (value ?? {}) as Partial<Key>;
	return typeof room === 'string' && typeof token === 'string' && KEY.test(`r=${room}.${token}`);
}

export function ownRooms(now = Date.now()): OwnRoom[] {
	const kept = readSetting<OwnRoom[]>(OWN);
	if (!Array.isArray(kept)) return [];
	return kept.filter((room) => isKey(room) && now - Date.parse(room.opened) < LONGEST_MS);
}

export function rememberOwnRoom(room: OwnRoom): void {
	writeSetting(OWN, [room, ...ownRooms().filter((other) => other.room !== room.room)].slice(0, 20));
}

export function forgetOwnRoom(id: string): void {
	const left = ownRooms().filter(({ room }) => room !== id);
	writeSetting(OWN, left.length > 0 ? left : null);
	setShownKey(null);
}

/** Whoever has this address is the host. */
export function hostAddress(origin: string, slug: string, { room, token }: Key): string {
	return `${origin}/${slug}/workshop/host/#r=${room}.${token}`;
}

export function hostFragment({ room, token }: Key): string {
	return `#r=${room}.${token}`;
}

export function setShownKey(key: Key | null): void {
	try {
		if (key) sessionStorage.setItem(SHOWN, hostFragment(key));
		else sessionStorage.removeItem(SHOWN);
	} catch {
		// without session storage a reload leads to the list of rooms
	}
}

function shownKey(): string {
	try {
		return sessionStorage.getItem(SHOWN) ?? '';
	} catch {
		return '';
	}
}

/**
 * The host's key of this tab. It is taken out of the address at once: screens are photographed, and whoever has the key
 * is the host. A reload finds it again.
 */
export function takeHostKey(): Key | null {
	const [, room, token] = KEY.exec(location.hash) ?? KEY.exec(shownKey()) ?? [];
	if (!room || !token) return null;
	setShownKey({ room, token });
	return { room, token };
}

export function joinedRoom(): JoinedRoom | null {
	const kept = readSetting<JoinedRoom>(JOINED);
	return isKey(kept) && typeof kept.via === 'string' ? kept : null;
}

export function rememberJoined(room: JoinedRoom | null): void {
	writeSetting(JOINED, room);
}
