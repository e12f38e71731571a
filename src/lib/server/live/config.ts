import { resolve } from 'node:path';
import * as z from 'zod/mini';
import type { StoreChoice } from './store/open-store.ts';

z.config({ jitless: true });

/** What the server is told by its environment; read once. `.env.example` explains each name. */
export interface Config {
	readonly host: string;
	readonly port: number;
	readonly store: StoreChoice;
	/** Address that people outside use, when a proxy stands in front. */
	readonly publicAddress: string | null;
	/** How many proxies of one's own add to `X-Forwarded-For`. */
	readonly trustedProxies: number;
	readonly maxRooms: number;
	readonly maxParticipants: number;
	readonly maxStreams: number;
	readonly logLevel: LogLevel;
}

export const LOG_LEVELS = ['error', 'warn', 'info', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Thrown with one line for each setting that is wrong. */
export class ConfigError extends Error {
	override readonly name = 'ConfigError';
}

const number = (fallback: number, min: number, max: number) => ({
	fallback: String(fallback),
	says: `a whole number from ${min} to ${max}`,
	schema: z.pipe(
		z.string().check(z.regex(/^\d{1,9}$/)),
		z.pipe(
			z.transform((text: string) => Number(text)),
			z.number().check(z.minimum(min), z.maximum(max))
		)
	)
});

const isAddress = (protocols: readonly string[]) => (text: string) =>
	text === '' || (URL.canParse(text) && protocols.includes(new URL(text).protocol));

const SETTINGS = {
	HOST: {
		fallback: '127.0.0.1',
		says: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
		schema: z.string().check(z.regex(/^[\w.:-]{1,253}$/))
	},
	PORT: number(3000, 0, 65_535),
	DATA_DIR: {
		fallback: 'data',
		says: 'a folder',
		schema: z.string().check(z.minLength(1), z.maxLength(4_000))
	},
	DATABASE_URL: {
		fallback: '',
		says: 'postgres://user:password@host:5432/database, or nothing for a file in DATA_DIR',
		schema: z.string().check(z.refine(isAddress(['postgres:', 'postgresql:'])))
	},
	DATABASE_CONNECTIONS: number(8, 2, 200),
	PUBLIC_ADDRESS: {
		fallback: '',
		says: 'an address such as https://plumbline.example.org',
		schema: z.string().check(z.refine(isAddress(['http:', 'https:'])))
	},
	TRUSTED_PROXIES: number(0, 0, 10),
	MAX_ROOMS: number(10_000, 1, 1_000_000),
	MAX_PARTICIPANTS: number(10_000, 5, 100_000),
	MAX_STREAMS: number(20_000, 1, 1_000_000),
	LOG_LEVEL: { fallback: 'info', says: LOG_LEVELS.join(', '), schema: z.enum(LOG_LEVELS) }
} as const;

/** Never repeats a password in a message. */
const picture = (name: string, value: string) =>
	name === 'DATABASE_URL' ? 'something else' : `"${value.slice(0, 80)}"`;

/**
 * @param environment - for instance `process.env`; an empty value counts as not given
 * @throws {ConfigError} naming every setting that is wrong, what it is and what it may be
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
	const wrong: string[] = [];
	const read = <Name extends keyof typeof SETTINGS>(name: Name) => {
		const { fallback, says, schema } = SETTINGS[name];
		const given = environment[name]?.trim() || fallback;
		const result = z.safeParse(schema as z.ZodMiniType<unknown, unknown>, given);
		if (!result.success) wrong.push(`${name} is ${picture(name, given)}; give ${says}.`);
		return result.data as z.output<(typeof SETTINGS)[Name]['schema']>;
	};
	const address = read('DATABASE_URL');
	const config: Config = {
		host: read('HOST'),
		port: read('PORT'),
		store: address
			? { kind: 'postgres', address, connections: read('DATABASE_CONNECTIONS') }
			: { kind: 'sqlite', folder: resolve(read('DATA_DIR') ?? '') },
		publicAddress: read('PUBLIC_ADDRESS')?.replace(/\/+$/, '') || null,
		trustedProxies: read('TRUSTED_PROXIES'),
		maxRooms: read('MAX_ROOMS'),
		maxParticipants: read('MAX_PARTICIPANTS'),
		maxStreams: read('MAX_STREAMS'),
		logLevel: read('LOG_LEVEL')
	};
	if (wrong.length > 0) throw new ConfigError(wrong.join('\n'));
	return config;
}
