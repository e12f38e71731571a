// The server of rooms as `npm start` runs it, without the pages.
import { serve } from '../../dist/live/main.js';

await serve(
	(_request, response) => {
		response.writeHead(404);
		response.end();
	},
	new URL('../../dist/live/store-worker.js', import.meta.url)
);
