// The least that a server can do with an answer: bare node:http, which reads the body and says 204.
import { createServer } from 'node:http';

const server = createServer((request, response) => {
	request.resume();
	request.on('end', () => {
		response.writeHead(204);
		response.end();
	});
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () =>
	console.log(`ready: http://localhost:${server.address().port}/`)
);
