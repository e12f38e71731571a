import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of the built app, without a slash at the end. */
		address: string;
	}
}

async function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as { port: number };
			probe.close(() => resolve(port));
		});
	});
}

function ready(server: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let output = '';
		const read = (chunk: Buffer) => {
			output += chunk.toString();
			if (output.includes('Plumbline is ready')) resolve();
		};
		server.stdout?.on('data', read);
		server.stderr?.on('data', read);
		server.on('exit', (code) => reject(new Error(`The server ended with ${code}: ${output}`)));
	});
}

/** Serves the built app the way `npm start` does, for all browser tests of a run. */
export default async function setup(project: TestProject) {
	if (!existsSync('build/handler.js')) throw new Error('The app is not built. Run "npm run build" first.');
	const port = await freePort();
	const data = mkdtempSync(join(tmpdir(), 'plumbline-e2e-'));
	const server = spawn(process.execPath, ['bin/serve.js'], {
		env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: data, LOG_LEVEL: 'warn' }
	});
	await ready(server);
	project.provide('address', `http://localhost:${port}`);
	return async () => {
		const ended = new Promise((resolve) => server.on('exit', resolve));
		server.kill('SIGTERM');
		await ended;
		rmSync(data, { recursive: true, force: true });
	};
}
