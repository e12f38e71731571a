import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaFiles } from '../../scripts/build-schemas.ts';

test('the published JSON Schemas are the ones that the validators give', () => {
	const published = new Map(
		readdirSync('static/schemas')
			.sort()
			.map((name) => [name, readFileSync(`static/schemas/${name}`, 'utf8')])
	);
	expect(published).toEqual(new Map([...schemaFiles()].sort(([a], [b]) => (a < b ? -1 : 1))));
});
