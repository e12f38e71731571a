import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/lib/cli/main.ts';
import type { scoreJson } from '../../src/lib/cli/score.ts';

/** What `plumbline score` says of a downloaded assessment. @throws {Error} with its words when it refuses the file */
export async function scoreOf(assessment: Buffer): Promise<ReturnType<typeof scoreJson>> {
	const folder = mkdtempSync(join(tmpdir(), 'plumbline-e2e-'));
	const file = join(folder, 'assessment.json');
	const out: string[] = [];
	const errors: string[] = [];
	writeFileSync(file, assessment);
	const code = await main(['score', file, '--json'], {
		line: (text) => out.push(text),
		error: (text) => errors.push(text)
	});
	rmSync(folder, { recursive: true });
	if (code !== 0) throw new Error(errors.join('\n'));
	return JSON.parse(out.join('\n')) as ReturnType<typeof scoreJson>;
}
