import type { Checked, Issue } from '../issues.ts';
import type { Language } from '../languages.ts';
import { readYaml, type SourceFile } from '../questionnaire/read-yaml.ts';
import type { Register } from '../questionnaire/register.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import { crosswalkFileSchema, type CrosswalkFile } from './schema.ts';
import type { Crosswalk } from './types.ts';

type Path = readonly (string | number)[];

/**
 * Reads and checks a crosswalk against its questionnaire and the register.
 *
 * @param questionnaires - by id; the file names one of them
 */
export function compileCrosswalk(
	file: SourceFile,
	questionnaires: ReadonlyMap<string, Questionnaire>,
	register: Register
): Checked<CrosswalkFile> {
	const { value, issues: shape, place } = readYaml(file, crosswalkFileSchema);
	if (!value) return { ok: false, issues: [...shape] };
	const questionnaire = questionnaires.get(value.questionnaire);
	if (!questionnaire) {
		const params = { got: value.questionnaire, expected: [...questionnaires.keys()].join(', ') };
		return {
			ok: false,
			issues: [place({ code: 'unknown_questionnaire', path: ['questionnaire'], params })]
		};
	}
	const groups = questionnaire.groups.map(({ id }) => id);
	const issues: Issue[] = duplicates(
		value.frameworks.map(({ id }) => id),
		['frameworks']
	);
	value.frameworks.forEach((framework, index) => {
		const path: Path = ['frameworks', index];
		if (!register.documents.has(framework.document))
			issues.push(
				issue('unknown_document', [...path, 'document'], {
					got: framework.document
				})
			);
		for (const claim of framework.claims)
			if (!register.claims.has(claim))
				issues.push(issue('unknown_claim', [...path, 'claims'], { got: claim }));
		issues.push(
			...duplicates(
				framework.areas.map(({ id }) => id),
				[...path, 'areas']
			)
		);
		framework.areas.forEach(({ nearest, practiceArea }, place) => {
			const at: Path = [...path, 'areas', place];
			for (const group of nearest)
				if (!groups.includes(group))
					issues.push(
						issue('unknown_section', [...at, 'nearest'], {
							got: group,
							expected: groups.join(', ')
						})
					);
			if (practiceArea && !questionnaire.practiceAreas.includes(practiceArea))
				issues.push(
					issue('unknown_practice_area', [...at, 'practiceArea'], {
						got: practiceArea,
						expected: questionnaire.practiceAreas.join(', ')
					})
				);
		});
	});
	return issues.length > 0 ? { ok: false, issues: issues.map(place) } : { ok: true, value };
}

function issue(code: string, path: Path, params: Issue['params']): Issue {
	return { code, path, params };
}

function duplicates(ids: readonly string[], path: Path): Issue[] {
	return ids.flatMap((id, index) =>
		ids.indexOf(id) < index ? [issue('duplicate_id', [...path, index, 'id'], { id })] : []
	);
}

/** Takes one language out of a crosswalk. */
export function crosswalkIn({ questionnaire, frameworks }: CrosswalkFile, language: Language): Crosswalk {
	return {
		questionnaire,
		frameworks: frameworks.map(({ id, title, nature, document, claims, areas, onlyThere, onlyHere }) => ({
			id,
			title: title[language],
			nature: nature[language],
			document,
			claims,
			areas: areas.map((area) => ({
				id: area.id,
				title: area.title[language],
				nearest: area.nearest,
				practiceArea: area.practiceArea ?? null
			})),
			onlyThere: onlyThere[language],
			onlyHere: onlyHere[language]
		}))
	};
}
