import { LANGUAGES, LANGUAGE_SLUGS } from '$lib/core/languages.ts';
import { createPlainTranslator } from '$lib/i18n/plain-translator.ts';
import { loadMessages } from '$lib/server/messages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	choices: LANGUAGES.map((language) => {
		const { t } = createPlainTranslator(language, loadMessages(language, ['common', 'join']));
		return {
			language,
			slug: LANGUAGE_SLUGS[language],
			name: t(`language.${language}`),
			title: t('join:title')
		};
	})
});
