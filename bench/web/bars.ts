import type { Measured } from './measure.ts';
import type { Sent } from './serve.ts';
import { median, sum } from './stats.ts';

/** One interleaved run: both sides, one right after the other. */
export interface Run {
	readonly static: Measured;
	readonly product: Measured;
}

/** What loading a page without touching it sent, in bytes of brotli. */
export interface Weight {
	readonly script: number;
	/** HTML, with the styles in it, and JSON: what holds the texts. */
	readonly text: number;
}

export interface Weights {
	readonly home: Weight;
	readonly questions: Weight;
}

export interface Row {
	readonly name: string;
	readonly static: string;
	readonly product: string;
	readonly ratio: string;
	readonly bar: string;
	/** `null`: there is no bar, the row is for reading. */
	readonly reached: boolean | null;
}

interface Compared {
	readonly name: string;
	readonly of: (measured: Measured) => number;
	/** Largest ratio of the product to the static page. */
	readonly atMost: number | null;
	readonly show: (value: number) => string;
}

const ms = (value: number) => `${value.toFixed(0)} ms`;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const shift = (value: number) => (value === 0 ? '0' : value.toFixed(5));
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

const COMPARED: readonly Compared[] = [
	{ name: 'first contentful paint', of: ({ load }) => load.fcp, atMost: 1.1, show: ms },
	{ name: 'first control usable', of: ({ early }) => early.usable, atMost: 1.3, show: ms },
	{
		name: 'answer click to next paint, median',
		of: ({ answerMedian }) => answerMedian,
		atMost: null,
		show: ms
	},
	{ name: 'answer click to next paint, p95', of: ({ answerP95 }) => answerP95, atMost: 1.2, show: ms },
	{ name: 'last answer to results', of: ({ results }) => results, atMost: 1.5, show: ms },
	{ name: 'heap after 100 answers', of: ({ heap }) => heap, atMost: 2, show: megabytes }
];

interface Absolute {
	readonly name: string;
	readonly of: (measured: Measured) => number;
	readonly atMost: number | null;
	readonly show: (value: number) => string;
}

const ABSOLUTE: readonly Absolute[] = [
	{
		name: 'layout shift while loading',
		of: ({ load }) => load.cls,
		atMost: 0,
		show: shift
	},
	{
		name: 'layout shift of the whole visit',
		of: ({ cls }) => cls,
		atMost: 0,
		show: shift
	},
	{ name: 'total blocking time', of: ({ load }) => load.blocking, atMost: 50, show: ms },
	{
		name: 'second visit',
		of: ({ secondVisit }) => secondVisit,
		atMost: 0,
		show: (value) => `${value.toFixed(0)} bytes`
	},
	{
		name: 'clicks that did not take',
		of: ({ wrong }) => wrong,
		atMost: 0,
		show: (value) => value.toFixed(0)
	},
	{
		name: 'choices made at once that were lost',
		of: ({ early }) => (early.kept ? 0 : 1),
		atMost: 0,
		show: (value) => value.toFixed(0)
	},
	{ name: 'app started', of: ({ early }) => early.hydrated ?? NaN, atMost: null, show: ms }
];

/** Sizes by kind. @param sent - everything that loading a page sent */
export function weigh(sent: readonly Sent[]): Weight {
	const bytesOf = (...kinds: string[]) =>
		sum(sent.filter(({ kind }) => kinds.includes(kind)).map(({ bytes }) => bytes));
	return { script: bytesOf('js'), text: bytesOf('html', 'json', 'css') };
}

/**
 * The rows of the table: medians, and ratios computed within each run, so that a busy machine cancels out. What must
 * never happen (lost choices, layout shift) counts with its worst run.
 */
export function rowsOf(runs: readonly Run[], { home, questions }: Weights): Row[] {
	const compared = COMPARED.map(({ name, of, atMost, show }): Row => {
		const ratio = median(runs.map((run) => of(run.product) / of(run.static)));
		return {
			name,
			static: show(median(runs.map((run) => of(run.static)))),
			product: show(median(runs.map((run) => of(run.product)))),
			ratio: ratio.toFixed(2),
			bar: atMost === null ? '' : `≤ ${atMost} ×`,
			reached: atMost === null ? null : ratio <= atMost
		};
	});
	const absolute = ABSOLUTE.map(({ name, of, atMost, show }): Row => {
		const combine = atMost === 0 ? (values: number[]) => Math.max(...values) : median;
		const value = combine(runs.map((run) => of(run.product)));
		const beside = combine(runs.map((run) => of(run.static)));
		const bar = atMost === null ? '' : atMost === 0 ? '0' : `≤ ${show(atMost)}`;
		return {
			name,
			static: Number.isNaN(beside) ? '' : show(beside),
			product: show(value),
			ratio: '',
			bar,
			reached: atMost === null ? null : value <= atMost
		};
	});
	const size = (name: string, bytes: number, atMost: number): Row => ({
		name,
		static: '',
		product: kilobytes(bytes),
		ratio: '',
		bar: `≤ ${kilobytes(atMost)}`,
		reached: bytes <= atMost
	});
	return [
		...compared,
		...absolute,
		size('JavaScript of the home page', home.script, 45_000),
		size('JavaScript of the questions page', questions.script, 70_000),
		size('texts of the questions page (HTML and JSON)', questions.text, 40_000)
	];
}

/** One markdown table. */
export function tableOf(rows: readonly Row[]): string {
	const verdict = (reached: boolean | null) =>
		reached === null ? '' : reached ? 'reached' : '**not reached**';
	return [
		'| | static page | Plumbline | ratio | bar | |',
		'|---|---:|---:|---:|---|---|',
		...rows.map(
			(row) =>
				`| ${row.name} | ${row.static} | ${row.product} | ${row.ratio} | ${row.bar} | ${verdict(row.reached)} |`
		)
	].join('\n');
}
