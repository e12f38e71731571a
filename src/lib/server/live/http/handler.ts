import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { participantSnapshot } from '../snapshots.ts';
import { StoreError } from '../store/store.ts';
import type { Context } from './context.ts';
import * as host from './host-routes.ts';
import { HttpError, sendError, sendJson, sendNothing } from './http-error.ts';
import * as participant from './participant-routes.ts';
import { refuseOtherSites } from './read-request.ts';

type Route = (
	context: Context,
	request: IncomingMessage,
	response: ServerResponse,
	...parts: string[]
) => Promise<void>;

/** The room as the caller may see it. */
const showRoom: Route = async (context, request, response, id = '') => {
	const caller = await context.access.caller(id, request);
	if (caller.is === 'host') return host.sendHostRoom(context, response, id, caller.token);
	const { room, person } = caller;
	sendJson(response, 200, {
		spec: room.spec,
		role: person.role < 0 ? null : person.role,
		snapshot: participantSnapshot(room, Date.now()),
		answers: await participant.ownAnswers(context, id, person.id, room.spec.items.length)
	});
};

const listen: Route = async (context, request, response, id = '') => {
	const caller = await context.access.caller(id, request).catch((error: unknown) => {
		if (error instanceof HttpError && error.status === 404) return null;
		throw error;
	});
	// Gone for good: a browser that gets 204 stops asking.
	if (!caller) return sendNothing(response);
	const token = caller.is === 'host' ? caller.tokenHash : caller.person.tokenHash;
	if (!context.hub.mayListen(token, context.config.maxStreams))
		throw new HttpError(
			429,
			'too_many_streams',
			'Too many streams are open. Close other tabs of this room, or try again later.',
			{
				'Retry-After': '10'
			}
		);
	if (!context.ready || response.destroyed) throw stopping();
	request.socket.setNoDelay(true);
	context.hub.listen(caller.room, caller.is, token, response);
};

const ROOM = '([A-Za-z0-9_-]{16})';
const ROUTES: readonly { path: RegExp; methods: Readonly<Record<string, Route>> }[] = [
	{ path: new RegExp(`^/api/rooms/${ROOM}/answers$`), methods: { PUT: participant.answer as Route } },
	{ path: new RegExp(`^/api/rooms/${ROOM}/events$`), methods: { GET: listen } },
	{ path: /^\/api\/rooms$/, methods: { POST: host.create } },
	{ path: /^\/api\/rooms\/find$/, methods: { POST: participant.find } },
	{ path: /^\/api\/rooms\/join$/, methods: { POST: participant.join } },
	{
		path: new RegExp(`^/api/rooms/${ROOM}$`),
		methods: { GET: showRoom, PATCH: host.changeRoom as Route, DELETE: host.erase as Route }
	},
	{
		path: new RegExp(`^/api/rooms/${ROOM}/questions/(\\d{1,3})$`),
		methods: { POST: host.changeQuestion as Route, PATCH: host.changeNote as Route }
	},
	{ path: new RegExp(`^/api/rooms/${ROOM}/export$`), methods: { GET: host.exportRoom as Route } }
];

function stopping(): HttpError {
	return new HttpError(503, 'stopping', 'The server is being restarted. Try again in a moment.', {
		'Retry-After': '2',
		Connection: 'close'
	});
}

async function dispatch(
	context: Context,
	request: IncomingMessage,
	response: ServerResponse,
	path: string
): Promise<void> {
	if (!context.ready) throw stopping();
	refuseOtherSites(request, context.config.publicAddress);
	for (const route of ROUTES) {
		const parts = route.path.exec(path);
		if (!parts) continue;
		const run = route.methods[request.method ?? ''];
		if (!run)
			throw new HttpError(405, 'method', `This address takes ${Object.keys(route.methods).join(', ')}.`, {
				Allow: Object.keys(route.methods).join(', '),
				Connection: 'close'
			});
		return run(context, request, response, ...parts.slice(1));
	}
	throw new HttpError(404, 'no_such_address', 'There is nothing at this address. See docs/live-api.md.', {
		Connection: 'close'
	});
}

async function health(context: Context, response: ServerResponse, path: string): Promise<void> {
	if (path === '/healthz') return sendJson(response, 200, { alive: true });
	try {
		if (!context.ready) throw stopping();
		await context.store.ping();
		sendJson(response, 200, { ready: true });
	} catch {
		sendJson(response, 503, { ready: false });
	}
}

/** Turns whatever went wrong into an answer; what nobody expected is logged with an id. */
function fail(context: Context, response: ServerResponse, error: unknown): void {
	if (error instanceof HttpError) return sendError(response, error);
	const errorId = randomUUID();
	const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
	context.log.error('request_failed', { errorId, cause });
	const unavailable = error instanceof StoreError;
	sendError(
		response,
		unavailable
			? new HttpError(
					503,
					'store_unavailable',
					'The server cannot store anything just now. Nothing is lost on your side; try again.',
					{ 'Retry-After': '2' }
				)
			: new HttpError(
					500,
					'unexpected',
					'Something unexpected happened. Try again; if it happens again, report the error id.'
				),
		errorId
	);
}

/**
 * Answers the addresses of rooms and of health. Plain Node, in front of SvelteKit: measured, a stored answer costs
 * less than half of what it costs inside.
 *
 * @returns whether the request is answered here
 */
export function createHandler(context: Context) {
	return (request: IncomingMessage, response: ServerResponse): boolean => {
		const url = request.url ?? '';
		const end = url.indexOf('?');
		const path = end < 0 ? url : url.slice(0, end);
		if (path === '/healthz' || path === '/readyz') {
			void health(context, response, path);
			return true;
		}
		if (!path.startsWith('/api/')) return false;
		dispatch(context, request, response, path).catch((error: unknown) => fail(context, response, error));
		return true;
	};
}
