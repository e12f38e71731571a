/** The same runs every time, so that a failure is not lost; long runs draw a new seed each. */
const USUAL_SEED = 20261123;

export const isLong = process.env['PLUMBLINE_LONG'] === '1';

/** How many random cases to try: `PLUMBLINE_RUNS`, or else the long or the usual number. */
export function runCount(usual: number, long = 10_000): number {
	return Number(process.env['PLUMBLINE_RUNS']) || (isLong ? long : usual);
}

/** `PLUMBLINE_SEED` repeats a run whose seed was printed. */
export const seed = Number(process.env['PLUMBLINE_SEED']) || (isLong ? Date.now() % 2 ** 31 : USUAL_SEED);

/** Past the console: tests fail on console output, and these lines are wanted. */
export function printLine(text: string): void {
	process.stdout.write(`${text}\n`);
}
