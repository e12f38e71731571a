// The whole test run: what a person changes is checked in the order in which it is quickest to hear of a mistake.
// Ends with one plain line of counts; `--long` runs the long versions of the random tests.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

const long = process.argv.includes('--long');
const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
const total: Counts = { passed: 0, failed: 0, skipped: 0 };

function run(command: string, args: readonly string[]): Promise<number> {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			stdio: ['ignore', 'inherit', 'inherit'],
			shell: process.platform === 'win32',
			env: { ...process.env, ...(long && { PLUMBLINE_LONG: '1' }) }
		});
		child.on('error', () => resolve(1));
		child.on('exit', (code) => resolve(code ?? 1));
	});
}

function count(more: Counts): boolean {
	total.passed += more.passed;
	total.failed += more.failed;
	total.skipped += more.skipped;
	return more.failed === 0;
}

/** A step that passes or fails as one. */
async function step(name: string, ...script: string[]): Promise<boolean> {
	const started = Date.now();
	const code = await run('npm', ['run', '--silent', ...script]);
	console.log(`${code === 0 ? 'ok' : 'FAILED'}: ${name} (${Math.round((Date.now() - started) / 1000)} s)`);
	return count({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
}

/** Vitest projects, counted test by test; a run that executes no test has failed. */
async function vitest(name: string, ...projects: string[]): Promise<boolean> {
	const file = join(folder, `${name}.json`);
	const chosen = projects.flatMap((project) => ['--project', project]);
	const code = await run('npx', [
		'--no-install',
		'vitest',
		'run',
		...chosen,
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${file}`
	]);
	let counts: Counts = { passed: 0, failed: 1, skipped: 0 };
	try {
		const report = JSON.parse(readFileSync(file, 'utf8')) as {
			numPassedTests: number;
			numFailedTests: number;
			numPendingTests: number;
		};
		counts = {
			passed: report.numPassedTests,
			failed: report.numFailedTests,
			skipped: report.numPendingTests
		};
	} catch {
		// no report: the run itself failed, which is the one failure counted above
	}
	if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
	return count(counts);
}

const started = Date.now();
await step('lint', 'lint');
await step('build', 'build');
await step('types', 'types');
await vitest('unit', 'unit', 'component');
await vitest('live', 'live');
await vitest('e2e', 'e2e');
rmSync(folder, { recursive: true, force: true });
console.log(`\nAll in ${Math.round((Date.now() - started) / 1000)} s.`);
console.log(
	`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`
);
process.exitCode = total.failed === 0 ? 0 : 1;
