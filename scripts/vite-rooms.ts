import type { Server } from 'node:http';
import type { Plugin } from 'vite';

/** Answers requests for rooms in `vite dev` as the built server does; rooms of development are in `data/dev`. */
export function rooms(): Plugin {
	return {
		name: 'plumbline-rooms',
		apply: 'serve',
		async configureServer(vite) {
			if (process.env['VITEST']) return;
			const load = (file: string) => vite.ssrLoadModule(`/src/lib/server/live/${file}`);
			const { startLive, boundPort } = (await load(
				'live.ts'
			)) as typeof import('../src/lib/server/live/live.ts');
			const { readConfig } = (await load('config.ts')) as typeof import('../src/lib/server/live/config.ts');
			const { createLog } = (await load('log.ts')) as typeof import('../src/lib/server/live/log.ts');
			const config = readConfig({ DATA_DIR: 'data/dev', ...process.env });
			const server = vite.httpServer as Server | null;
			const live = await startLive(
				{ ...config, host: String(vite.config.server.host || '127.0.0.1') },
				createLog(config.logLevel),
				new URL('../src/lib/server/live/store/store-worker.ts', import.meta.url),
				() => (server ? boundPort(server) : 0)
			);
			server?.on('close', () => void live.stop());
			vite.middlewares.use((request, response, next) => {
				if (!live.handle(request, response)) next();
			});
		}
	};
}
