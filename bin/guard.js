// What every answer of the server carries and which requests it takes at all, before SvelteKit sees one.

/** The pages carry their own content security policy; these cannot stand in a page. */
export const HEADERS = {
	'Content-Security-Policy': "frame-ancestors 'none'",
	// Pages and data are asked after each time (their ETag answers); fingerprinted files say otherwise themselves.
	'Cache-Control': 'no-cache',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'Referrer-Policy': 'no-referrer',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
};

/**
 * Sets the headers, and answers what only wants to be refused: there is nothing here to change, so only reading is taken.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @returns {boolean} whether the request goes on to the app
 */
export function admit(request, response) {
	for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
	if (request.method === 'GET' || request.method === 'HEAD') return true;
	response.writeHead(405, {
		Allow: 'GET, HEAD',
		'Content-Type': 'text/plain; charset=utf-8',
		Connection: 'close'
	});
	response.end('Only GET and HEAD are answered here.\n');
	return false;
}
