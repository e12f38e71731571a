import type { IncomingMessage, ServerResponse } from 'node:http';

export const HEADERS: Readonly<Record<string, string>>;
export function admit(request: IncomingMessage, response: ServerResponse): boolean;
