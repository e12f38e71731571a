// Plumbline beside a hand-written static page with the same questions: one browser, one network, interleaved runs.
//   npm run build && npm run bench:web -- [--runs 5] [--cpu 4] [--network slow4g|none]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchOptions } from '../../tests/helpers/chromium.ts';
import { rowsOf, tableOf, weigh, type Run, type Weights } from './bars.ts';
import type { Throttle } from './browser.ts';
import { loadUntilQuiet } from './load.ts';
import { writeStaticPage } from './make-static-page.ts';
import { inTab, measure, type Measured } from './measure.ts';
import { certificate, serve, type Site } from './serve.ts';
import { LANGUAGE, productSide, staticSide, type Side } from './sides.ts';

const { values: given } = parseArgs({
	options: {
		runs: { type: 'string', default: '5' },
		cpu: { type: 'string', default: '4' },
		network: { type: 'string', default: 'slow4g' }
	}
});
const runCount = Number(given.runs);
const throttle: Throttle = { cpu: Number(given.cpu), network: given.network === 'none' ? 'none' : 'slow4g' };
if (!existsSync('build/client') || !existsSync('build/prerendered')) {
	console.error('The app is not built. Run "npm run build" first, from the folder of package.json.');
	process.exit(1);
}
const say = (text: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);

const CACHE = join('bench', 'web', '.cache');
const { spki } = certificate(join(CACHE, 'tls'));
const scriptBytes = writeStaticPage(join(CACHE, 'static-page'), LANGUAGE);
const sites = {
	static: await serve([join(CACHE, 'static-page')], CACHE),
	product: await serve(['build/client', 'build/prerendered'], CACHE)
};

/** Loads a page without throttling and weighs what was sent. */
async function weightOf(site: Site, path: string, control?: string) {
	site.take();
	await inTab(
		spki,
		{ cpu: 1, network: 'none' },
		(tab) => loadUntilQuiet(tab, site.origin + path, 3_000),
		control
	);
	return weigh(site.take());
}

const weights: Weights = {
	home: await weightOf(sites.product, `/${LANGUAGE}/`, 'h1'),
	questions: await weightOf(sites.product, productSide.path)
};
const floorWeight = await weightOf(sites.static, staticSide.path);
say(`static page: ${floorWeight.text} bytes, ${scriptBytes} bytes of it script before compression`);

const runs: Run[] = [];
let busiest = 0;

async function measureAndSay(side: Side, run: number): Promise<Measured> {
	const of = await measure(side, sites[side.name], spki, throttle);
	const busy = loadavg()[0] ?? 0;
	busiest = Math.max(busiest, busy);
	say(
		`run ${run} ${side.name}: fcp ${of.load.fcp.toFixed(0)}, usable ${of.early.usable.toFixed(0)}${of.early.kept ? '' : ' (lost)'}, ` +
			`started ${of.load.hydrated?.toFixed(0) ?? '-'}, answer p95 ${of.answerP95.toFixed(0)}, results ${of.results.toFixed(0)}, blocking ${of.load.blocking.toFixed(0)}, ` +
			`shift ${of.cls.toFixed(3)}, heap ${(of.heap / 1e6).toFixed(2)} MB, ${of.answers} answers (${of.wrong} wrong), load average ${busy.toFixed(1)}`
	);
	for (const error of of.errors) say(`  the page says: ${error}`);
	return of;
}

for (let run = 1; run <= runCount; run++) {
	// Whoever goes first finds a colder machine: take turns.
	const staticFirst = run % 2 === 1;
	try {
		const before = await measureAndSay(staticFirst ? staticSide : productSide, run);
		const after = await measureAndSay(staticFirst ? productSide : staticSide, run);
		runs.push(staticFirst ? { static: before, product: after } : { static: after, product: before });
	} catch (error) {
		say(`run ${run} is left out: ${error instanceof Error ? error.message : String(error)}`);
	}
}
for (const site of Object.values(sites)) await site.close();

if (runs.length === 0) {
	console.error('No run could be measured to its end.');
	process.exit(1);
}
const rows = rowsOf(runs, weights);
const browser = execFileSync((await launchOptions()).executablePath ?? 'chromium', ['--version'], {
	encoding: 'utf8',
	stdio: ['ignore', 'pipe', 'ignore']
}).trim();
const conditions = `${browser}; CPU ×${throttle.cpu}, network ${throttle.network}, HTTP/2 and brotli, 412×823; ${runs.length} interleaved runs, ratios within each run; load average up to ${busiest.toFixed(1)} on ${availableParallelism()} cores`;
console.log(`${conditions}\n\n${tableOf(rows)}`);
mkdirSync(CACHE, { recursive: true });
const file = join(CACHE, 'result.json');
if (busiest > 2 * availableParallelism())
	console.log(
		'\nThe machine was busy with other work: the times, and the ratios that rest on them, are worth little.'
	);
writeFileSync(
	file,
	JSON.stringify({ conditions, when: new Date().toISOString(), weights, rows, runs }, null, '\t')
);
say(`Everything that was measured: ${file}`);
