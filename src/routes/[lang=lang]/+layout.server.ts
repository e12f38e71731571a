import { dateText } from '$lib/i18n/dates.ts';
import { flagship } from '$lib/server/instruments.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const asAt = dateText(language, loadQuestionnaire(flagship()).structure.asAt);
	return { language, common: loadMessages(language, ['common']), asAt };
};
