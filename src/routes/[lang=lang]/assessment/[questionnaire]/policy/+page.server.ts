import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import type { Questionnaire } from '$lib/core/index.ts';
import { wordingsOf } from '$lib/i18n/wordings.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { entriesWhere, loadWhere } from '$lib/server/step-entries.ts';
import type { PolicyWords } from '$lib/state/policy/outline-document.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

const draftsPolicy = (questionnaire: Questionnaire) => questionnaire.draftsPolicy;
export const entries: EntryGenerator = () => entriesWhere(draftsPolicy);

/** What each question asks a policy to say. */
export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const compiled = loadWhere(params.questionnaire, draftsPolicy);
	const words = Object.entries(textsOf(compiled, language).questions).map(
		([id, { short, policyText }]): [string, PolicyWords] => [id, { short, policyText: policyText ?? '' }]
	);
	return {
		messages: loadMessages(language, ['policy'], wordingsOf(compiled.structure)),
		words: Object.fromEntries(words)
	};
};
