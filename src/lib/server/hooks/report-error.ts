import type { HandleServerError } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';

/**
 * Logs an unexpected error as one line of JSON on standard error, with a reference that the person sees too. No
 * address parameters, no headers, nothing that was typed. An address that does not exist is not worth a line.
 */
export const reportError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message };
	const errorId = randomUUID();
	const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
	process.stderr.write(`${JSON.stringify({ errorId, status, route: event.route.id, cause })}\n`);
	return { message, errorId };
};
