// Writes the published JSON Schemas of our file formats from the zod schemas that validate them: one source.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { assessmentSchema } from '../src/lib/core/assessment/schema.ts';
import { caseFileSchema } from '../src/lib/core/questionnaire/case-schema.ts';
import { crosswalkFileSchema } from '../src/lib/core/crosswalk/schema.ts';
import { glossaryFileSchema } from '../src/lib/core/glossary/schema.ts';
import { reportFileSchema } from '../src/lib/core/report-file/parse-report-file.ts';
import { hintsFileSchema } from '../src/lib/core/hints/schema.ts';
import {
	claimsFileSchema,
	documentsFileSchema,
	questionnaireFileSchema,
	scopingFileSchema,
	sectionFileSchema
} from '../src/lib/core/questionnaire/schema.ts';

const SCHEMAS = {
	assessment: ['Plumbline assessment', assessmentSchema],
	report: ['Plumbline report: the data inside a PDF', reportFileSchema],
	questionnaire: ['Plumbline questionnaire: the frame', questionnaireFileSchema],
	'questionnaire-scoping': [
		'Plumbline questionnaire: scoping facts, conditions, tiers and targets',
		scopingFileSchema
	],
	'questionnaire-section': ['Plumbline questionnaire: the questions of one section', sectionFileSchema],
	'questionnaire-case': ['Plumbline questionnaire: a case for workshops', caseFileSchema],
	'questionnaire-hints': ['Plumbline questionnaire: answers that do not fit together', hintsFileSchema],
	crosswalk: ['Plumbline crosswalk: other frameworks beside a questionnaire', crosswalkFileSchema],
	glossary: ['Plumbline glossary', glossaryFileSchema],
	'sources-documents': ['Plumbline source register: documents', documentsFileSchema],
	'sources-claims': ['Plumbline source register: claims', claimsFileSchema]
} as const;

/** The schema files by name, as text. The test suite compares them with what stands in static/schemas. */
export function schemaFiles(): Map<string, string> {
	return new Map(
		Object.entries(SCHEMAS).map(([name, [title, schema]]) => {
			const { $schema, ...body } = z.toJSONSchema(schema, { io: 'input' }) as Record<string, unknown>;
			return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...body }, null, '\t')}\n`];
		})
	);
}

if (process.argv[1] === import.meta.filename) {
	const folder = join('static', 'schemas');
	mkdirSync(folder, { recursive: true });
	for (const [name, text] of schemaFiles()) writeFileSync(join(folder, name), text);
}
