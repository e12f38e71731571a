import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/lib/cli/main.ts';
import type { scoreJson } from '../../src/lib/cli/score.ts';
import { inFolder } from '../helpers/temporary-directory.ts';

/** What `plumbline score` says of a downloaded assessment. @throws {Error} with its words when it refuses the file */
export async function scoreOf(assessment: Buffer): Promise<ReturnType<typeof scoreJson>> {
	const out: string[] = [];
	const errors: string[] = [];
	const code = await inFolder('e2e', (folder) => {
		const file = join(folder, 'assessment.json');
		writeFileSync(file, assessment);
		return main(['score', file, '--json'], {
			line: (text) => out.push(text),
			error: (text) => errors.push(text)
		});
	});
	if (code !== 0) throw new Error(errors.join('\n'));
	return JSON.parse(out.join('\n')) as ReturnType<typeof scoreJson>;
}
