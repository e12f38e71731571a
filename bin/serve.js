#!/usr/bin/env node
// Serves the built app: SvelteKit's handler behind the headers that a static page cannot carry itself.
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import process from 'node:process';
import { handler } from '../build/handler.js';
import { admit } from './guard.js';

const host = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT ?? 3000);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
	console.error(`PORT is "${process.env.PORT}"; give a whole number from 0 to 65535.`);
	process.exit(1);
}

const server = createServer((request, response) => {
	if (admit(request, response)) handler(request, response);
});
server.headersTimeout = 10_000;
server.requestTimeout = 30_000;

server.on('error', (error) => {
	if (error.code === 'EADDRINUSE')
		console.error(`Port ${port} is in use. Choose another one: PORT=3001 npm run serve`);
	else console.error(`The server cannot start: ${error.message}`);
	process.exit(1);
});
server.listen(port, host, () => {
	const { port: bound } = server.address();
	console.log(`Plumbline is ready: http://localhost:${bound}/`);
	if (host === '0.0.0.0' || host === '::')
		for (const address of Object.values(networkInterfaces()).flat())
			if (address && !address.internal && address.family === 'IPv4')
				console.log(`  in this network: http://${address.address}:${bound}/`);
});
for (const signal of ['SIGINT', 'SIGTERM'])
	process.on(signal, () => {
		server.close(() => process.exit(0));
		server.closeIdleConnections();
		// A browser keeps its connection open; nothing of ours is unfinished after this.
		setTimeout(() => process.exit(0), 2_000).unref();
	});
