import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { newDatabaseBeside } from '../helpers/postgres.ts';
import { startRoomServer } from '../helpers/room-server.ts';

/** Starts the server where it cannot start. @returns its exit code and what it says */
function failingStart(environment: Record<string, string>, script = 'tests/helpers/serve-rooms.js') {
	const { status, stderr, stdout } = spawnSync(process.execPath, [script], {
		env: { PATH: process.env['PATH'], PORT: '0', ...environment },
		encoding: 'utf8',
		timeout: 20_000
	});
	return { status, stderr, stdout };
}

test('every setting that is wrong is named in one go, with what it may be', () => {
	const { status, stderr } = failingStart({ PORT: 'eighty', LOG_LEVEL: 'loud', MAX_ROOMS: '0' });
	expect(status).toBe(1);
	expect(stderr.trim().split('\n')).toEqual([
		'PORT is "eighty"; give a whole number from 0 to 65535.',
		'MAX_ROOMS is "0"; give a whole number from 1 to 1000000.',
		'LOG_LEVEL is "loud"; give error, warn, info, silent.'
	]);
});

test('a password in a wrong DATABASE_URL is not repeated', () => {
	const { status, stderr } = failingStart({ DATABASE_URL: 'mysql://me:hunter2@db/x' });
	expect(status).toBe(1);
	expect(stderr).toContain('DATABASE_URL is something else; give postgres://');
	expect(stderr).not.toContain('hunter2');
});

test('a folder that cannot be written is named, with how to give another', () => {
	const folder = mkdtempSync(join(tmpdir(), 'plumbline-start-'));
	writeFileSync(join(folder, 'file'), '');
	const { status, stderr } = failingStart({ DATA_DIR: join(folder, 'file', 'below') });
	expect(status).toBe(1);
	expect(stderr).toContain(join(folder, 'file', 'below'));
	expect(stderr).toContain('DATA_DIR=');
	expect(stderr).not.toContain('    at ');
	rmSync(folder, { recursive: true });
});

test('a shared database is migrated by its own command, once; before that the server says so', async () => {
	const DATABASE_URL = await newDatabaseBeside(inject('postgres'));
	const before = failingStart({ DATABASE_URL });
	expect(before.status).toBe(1);
	expect(before.stderr).toContain('npm run migrate');
	expect(failingStart({ DATABASE_URL }, 'bin/migrate.js')).toMatchObject({
		status: 0,
		stdout: 'Done: 0001_rooms.\n'
	});
	expect(failingStart({ DATABASE_URL }, 'bin/migrate.js').stdout).toBe('The database is up to date.\n');
	const server = await startRoomServer({ kind: 'postgres', address: DATABASE_URL, connections: 4 });
	expect((await fetch(`${server.base}/readyz`)).status).toBe(200);
	expect(await server.stop()).toBe(0);
});

test('a database that nobody answers for is named as the trouble', () => {
	const { status, stderr } = failingStart({ DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:1/x' });
	expect(status).toBe(1);
	expect(stderr).toContain('DATABASE_URL cannot be used');
	expect(stderr).not.toContain('hunter2');
});

test('a port in use is named, with how to choose another', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'plumbline-start-'));
	const server = await startRoomServer({ kind: 'sqlite', folder });
	const { port } = new URL(server.base);
	const { status, stderr } = failingStart({ PORT: port, DATA_DIR: join(folder, 'other') });
	expect(status).toBe(1);
	expect(stderr).toContain(`Port ${port} is in use`);
	await server.stop();
	rmSync(folder, { recursive: true });
});
