/** Live rooms from a page: see docs/live-api.md. Needs no secure context. */
export { RoomError } from './call.ts';
export * from './rooms.ts';
export { listenAsHost, listenAsParticipant, type Listening, type StreamState } from './room-stream.ts';
export { AnswerQueue, type AnswerStatus, type Keep } from './answer-queue.ts';
export { randomToken } from './random-token.ts';
