import { LOG_LEVELS, type LogLevel } from './config.ts';

/** One line of JSON an event. No addresses, tokens, codes, titles or answers: callers pass counts, kinds and ids of errors. */
export interface Log {
	error(event: string, facts?: Facts): void;
	warn(event: string, facts?: Facts): void;
	info(event: string, facts?: Facts): void;
}
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** @param write - takes one line without its end; standard error by default */
export function createLog(
	level: LogLevel,
	write: (line: string) => void = (line) => void process.stderr.write(`${line}\n`)
): Log {
	const least = level === 'silent' ? -1 : LOG_LEVELS.indexOf(level);
	const at =
		(name: Exclude<LogLevel, 'silent'>) =>
		(event: string, facts: Facts = {}) => {
			if (LOG_LEVELS.indexOf(name) > least) return;
			write(JSON.stringify({ time: new Date().toISOString(), level: name, event, ...facts }));
		};
	return { error: at('error'), warn: at('warn'), info: at('info') };
}
