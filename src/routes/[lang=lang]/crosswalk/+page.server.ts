import { error } from '@sveltejs/kit';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import { crosswalkFor, loadSharedContent } from '$lib/server/shared-content.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const { crosswalk: file } = loadSharedContent();
	const crosswalk = file && crosswalkFor(file.questionnaire, language);
	if (!crosswalk) error(404);
	const compiled = loadQuestionnaire(crosswalk.questionnaire);
	const { frame } = textsOf(compiled, language);
	return {
		messages: loadMessages(language, ['crosswalk']),
		questionnaire: { id: compiled.structure.id, title: frame.title },
		groups: compiled.structure.groups.map(({ id }) => ({
			id,
			title: frame.groups[id]?.title ?? id,
			short: frame.groups[id]?.short ?? id
		})),
		practiceAreas: Object.fromEntries(
			Object.entries(frame.practiceAreas).map(([id, { title }]) => [id, title])
		),
		frameworks: crosswalk.frameworks
	};
};
