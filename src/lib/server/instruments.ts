import { scopeOf, sectionsOf } from '../core/index.ts';
import type { Language } from '../core/languages.ts';
import { textsOf } from '../core/questionnaire/texts-of.ts';
import { listQuestionnaires, loadQuestionnaire } from './questionnaire-files.ts';

/** What a list of questionnaires says of one. */
export interface Instrument {
	readonly id: string;
	readonly title: string;
	readonly subtitle: string;
	readonly audience: 'organisation' | 'person';
	/** Minutes for the shortest and the longest selection. */
	readonly minutes: { readonly least: number; readonly most: number };
	/** Most questions that can apply. */
	readonly questions: number;
	readonly selections: readonly {
		readonly id: string;
		readonly title: string;
		/** Where answering starts, for the links of stored assessments. */
		readonly firstSection: string;
	}[];
}

/** Ids of the shipped questionnaires as people should meet them: for organisations first, the largest first. */
export function questionnairesInOrder(): string[] {
	const size = (id: string) => {
		const { audience, questions } = loadQuestionnaire(id).structure;
		return questions.length - (audience === 'person' ? Number.MAX_SAFE_INTEGER : 0);
	};
	return listQuestionnaires().sort((a, b) => size(b) - size(a));
}

/** The questionnaire that the home page, the sample and the method page are about: the first one. */
export function flagship(): string {
	const [first] = questionnairesInOrder();
	if (!first) throw new Error('There is no questionnaire.');
	return first;
}

/** Every shipped questionnaire in one language, in order. */
export function instruments(language: Language): Instrument[] {
	return questionnairesInOrder().map((id) => {
		const compiled = loadQuestionnaire(id);
		const { structure } = compiled;
		const { frame } = textsOf(compiled, language);
		const minutes = structure.selections.map((selection) => selection.minutes);
		return {
			id,
			title: frame.title,
			subtitle: frame.subtitle,
			audience: structure.audience,
			minutes: { least: Math.min(...minutes), most: Math.max(...minutes) },
			questions: scopeOf(structure, 'full', {}).in.length,
			selections: structure.selections.map((selection) => ({
				id: selection.id,
				title: frame.selections[selection.id]?.title ?? selection.id,
				firstSection: sectionsOf(structure, selection.id)[0]?.id ?? ''
			}))
		};
	});
}
