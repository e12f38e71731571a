import { LANGUAGE_SLUGS } from '$lib/core/languages.ts';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { instruments } from '$lib/server/instruments.ts';
import { loadMessages } from '$lib/server/messages.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { listQuestionnaires, loadQuestionnaire } from '$lib/server/questionnaire-files.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => Object.values(LANGUAGE_SLUGS).map((lang) => ({ lang }));

export const load: PageServerLoad = ({ params }) => {
	const language = pageLanguage(params.lang);
	const frames = listQuestionnaires().map((id) => {
		const { frame } = textsOf(loadQuestionnaire(id), language);
		const labels = (of: Readonly<Record<string, { label: string }>>) =>
			Object.fromEntries(Object.entries(of).map(([key, { label }]) => [key, label]));
		return [
			id,
			{
				groups: Object.fromEntries(Object.entries(frame.groups).map(([key, { short }]) => [key, short])),
				levels: frame.levels.map(({ label }) => label),
				tiers: labels(frame.tiers)
			}
		] as const;
	});
	return {
		messages: loadMessages(language, ['portfolio', 'openFile']),
		instruments: instruments(language),
		frames: Object.fromEntries(frames)
	};
};
