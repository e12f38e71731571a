import { describe, expect, test } from 'vitest';
import { networkAddresses, joinAddresses } from './addresses.ts';
import { Bucket, JoinBrake } from './brake.ts';
import { ConfigError, readConfig } from './config.ts';
import { createLog } from './log.ts';
import { GroupCommit } from './store/group-commit.ts';
import type { NewAnswer } from './store/store.ts';
import { newCode } from './tokens.ts';

describe('readConfig', () => {
	test('needs nothing, and takes an empty value for not given', () => {
		expect(readConfig({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({
			host: '127.0.0.1',
			port: 3000,
			store: { kind: 'sqlite' },
			trustedProxies: 0
		});
	});

	test('a DATABASE_URL chooses PostgreSQL', () => {
		expect(readConfig({ DATABASE_URL: 'postgres://a:b@c/d', DATABASE_CONNECTIONS: '3' }).store).toEqual({
			kind: 'postgres',
			address: 'postgres://a:b@c/d',
			connections: 3
		});
	});

	test.each([
		['PORT', '65536'],
		['PORT', '-1'],
		['PORT', '3e3'],
		['HOST', 'a b'],
		['PUBLIC_ADDRESS', 'ftp://x'],
		['TRUSTED_PROXIES', 'yes']
	])('refuses %s=%s and names it', (name, value) => {
		expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} is `));
		expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
	});
});

describe('networkAddresses', () => {
	const one = (address: string, internal = false) =>
		({ address, internal, family: 'IPv4', netmask: '', mac: '', cidr: null }) as const;
	const interfaces = { lo: [one('127.0.0.1', true)], wlan0: [one('192.168.1.20')] };

	test('names what people in the network can reach, and nothing when only this machine is listened on', () => {
		expect(networkAddresses('0.0.0.0', 3000, interfaces)).toEqual(['http://192.168.1.20:3000']);
		expect(networkAddresses('127.0.0.1', 3000, interfaces)).toEqual([]);
	});

	test('join screens show the public address where there is one', () => {
		expect(joinAddresses('https://a.example', '0.0.0.0', 3000, interfaces)).toEqual(['https://a.example']);
		expect(joinAddresses(null, '127.0.0.1', 3000, interfaces)).toEqual(['http://localhost:3000']);
	});
});

describe('JoinBrake', () => {
	test('lets an address in again after ten minutes', () => {
		const brake = new JoinBrake();
		for (let count = 0; count < 60; count++) brake.failed('a', 1_000);
		expect(brake.refusedFor('a', 2_000)).toBeGreaterThan(0);
		expect(brake.refusedFor('b', 2_000)).toBe(0);
		expect(brake.refusedFor('a', 1_000 + 10 * 60_000)).toBe(0);
	});

	test('slows all down when many addresses guess at once', () => {
		const brake = new JoinBrake();
		const waits = Array.from({ length: 200 }, (_, index) => brake.failed(`address ${index}`, 5_000));
		expect(waits.slice(0, 50)).toEqual(Array(50).fill(0));
		expect(waits.at(-1)).toBe(3_000);
	});
});

test('a bucket gives what it holds at once, and then as much as flows in', () => {
	const bucket = new Bucket(10, 3);
	expect([1, 2, 3, 4].map(() => bucket.take(1_000))).toEqual([true, true, true, false]);
	expect([bucket.take(1_100), bucket.take(1_100)]).toEqual([true, false]);
});

test('a log line is one line of JSON, and nothing below the level is written', () => {
	const lines: string[] = [];
	const log = createLog('warn', (line) => lines.push(line));
	log.info('quiet');
	log.warn('loud', { cause: 'two\nlines' });
	expect(lines.map((line) => JSON.parse(line))).toEqual([
		{ time: expect.any(String), level: 'warn', event: 'loud', cause: 'two\nlines' }
	]);
	expect(lines[0]).not.toContain('\n');
});

test('codes have six letters that are not mistaken for another', () => {
	for (let count = 0; count < 300; count++) expect(newCode()).toMatch(/^[A-HJKMNP-Z2-9]{6}$/);
});

describe('GroupCommit', () => {
	const answer = (seq: number): NewAnswer => ({
		room: 'r',
		item: 0,
		participant: 'p',
		role: -1,
		value: 0,
		seq,
		round: 1
	});

	test('what arrives during a commit is the next group, and nobody is answered before their commit', async () => {
		const groups: number[][] = [];
		const commits: (() => void)[] = [];
		const queue = new GroupCommit(async (batch) => {
			groups.push(batch.map(({ seq }) => seq));
			await new Promise<void>((resolve) => commits.push(resolve));
			return batch.map(() => 'stored');
		});
		const acknowledged: number[] = [];
		const put = (seq: number) => queue.put(answer(seq)).then(() => acknowledged.push(seq));
		const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
		void put(1);
		void put(2);
		await turn();
		void put(3);
		void put(4);
		await turn();
		expect(groups).toEqual([[1, 2]]);
		expect(acknowledged).toEqual([]);
		commits.shift()!();
		await turn();
		expect(groups).toEqual([
			[1, 2],
			[3, 4]
		]);
		expect(acknowledged).toEqual([1, 2]);
		commits.shift()!();
		await queue.settled();
		expect(acknowledged).toEqual([1, 2, 3, 4]);
	});

	test('a group that fails is told to each of its answers, and the next group goes on', async () => {
		let fails = true;
		const queue = new GroupCommit(async (batch) => {
			if (fails) throw new Error('disk full');
			return batch.map(() => 'stored');
		});
		await expect(queue.put(answer(1))).rejects.toThrow('disk full');
		fails = false;
		expect(await queue.put(answer(2))).toBe('stored');
	});
});
