import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/**
 * A folder for the tests of this file or group, gone when they are done, also when one of them fails.
 * To be called where tests are collected, not inside one: `inFolder` does the same for a single test.
 *
 * @param name - says whose it is: `plumbline-<name>-…`
 */
export function temporaryDirectory(name: string): string {
	const folder = make(name);
	afterAll(() => remove(folder));
	return folder;
}

/** Runs something with a folder that exists only meanwhile. */
export async function inFolder<T>(name: string, use: (folder: string) => Promise<T> | T): Promise<T> {
	const folder = make(name);
	try {
		return await use(folder);
	} finally {
		remove(folder);
	}
}

const make = (name: string): string => mkdtempSync(join(tmpdir(), `plumbline-${name}-`));

/** A browser or server that has just ended may still write a last file. */
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
