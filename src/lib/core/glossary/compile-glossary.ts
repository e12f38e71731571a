import type { Checked, Issue } from '../issues.ts';
import { LANGUAGES, type Language } from '../languages.ts';
import { readYaml, type SourceFile } from '../questionnaire/read-yaml.ts';
import type { Register } from '../questionnaire/register.ts';
import { glossaryFileSchema, type GlossaryFile, type GlossaryTerm } from './schema.ts';

/** The words under which texts in a language use a term. */
export function formsOf({ term, forms }: GlossaryTerm, language: Language): readonly string[] {
	return forms?.[language] ?? [term[language]];
}

/** Reads and checks the glossary: ids and forms belong to one term only, and every term names its source. */
export function compileGlossary(file: SourceFile, register: Register): Checked<GlossaryFile> {
	const { value, issues: shape, place } = readYaml(file, glossaryFileSchema);
	if (!value) return { ok: false, issues: [...shape] };
	const issues: Issue[] = [];
	const ids = new Set<string>();
	const owner = new Map<string, string>();
	value.terms.forEach((term, index) => {
		const path = ['terms', index] as const;
		if (ids.has(term.id))
			issues.push({ code: 'duplicate_id', path: [...path, 'id'], params: { id: term.id } });
		ids.add(term.id);
		for (const claim of term.claims)
			if (!register.claims.has(claim))
				issues.push({ code: 'unknown_claim', path: [...path, 'claims'], params: { got: claim } });
		for (const language of LANGUAGES)
			for (const form of formsOf(term, language)) {
				const key = `${language} ${form.toLowerCase()}`;
				const other = owner.get(key);
				if (other)
					issues.push({ code: 'duplicate_form', path: [...path, 'forms'], params: { got: form, other } });
				owner.set(key, term.id);
			}
	});
	return issues.length > 0 ? { ok: false, issues: issues.map(place) } : { ok: true, value };
}
