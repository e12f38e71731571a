import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admit, HEADERS } from '../../bin/guard.js';

const server = createServer((request, response) => {
	if (admit(request, response)) response.end('page');
});
let address = '';
beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => server.close());

describe('the server', () => {
	test('answers who reads, with every protecting header', async () => {
		const response = await fetch(address);
		expect(await response.text()).toBe('page');
		expect((await fetch(address, { method: 'HEAD' })).status).toBe(200);
		for (const [name, value] of Object.entries(HEADERS)) expect(response.headers.get(name)).toBe(value);
	});

	test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
		'refuses %s: there is nothing to change',
		async (method) => {
			const response = await fetch(address, { method, ...(method !== 'OPTIONS' && { body: 'x' }) });
			expect(response.status).toBe(405);
			expect(response.headers.get('allow')).toBe('GET, HEAD');
			expect(response.headers.get('x-content-type-options')).toBe('nosniff');
			expect(await response.text()).not.toContain('page');
		}
	);
});
