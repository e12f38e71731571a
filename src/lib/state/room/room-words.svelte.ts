import { fetchRoomTexts } from '../../client/room-texts.ts';
import type { RoomTexts } from '../../core/room/texts.ts';
import type { Translator } from '../../i18n/translator.ts';

/** The words of a room's questions in the page's language: fetched again when that changes, kept while others come. */
export class RoomWords {
	texts = $state.raw<RoomTexts | null>(null);
	failed = $state(false);

	/**
	 * Made while a component is set up; ends with it.
	 *
	 * @param questionnaire - its id, once it is known
	 */
	constructor(i18n: Translator, questionnaire: () => string | undefined) {
		// Derived, since the room that it is read from changes with every answer.
		const id = $derived(questionnaire());
		$effect(() => {
			if (!id) return;
			const { language } = i18n;
			fetchRoomTexts(id, language).then(
				(fetched) => {
					if (i18n.language === language) this.texts = fetched;
					this.failed = false;
				},
				() => (this.failed = true)
			);
		});
	}
}
