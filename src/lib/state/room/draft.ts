import { fetchQuestionnaireStructure } from '../../client/questionnaire-structure.ts';
import {
	draftAssessment,
	optionsOf,
	readResult,
	type RoomFileQuestion,
	type RoomTexts
} from '../../core/room/index.ts';
import type { RoomFile } from '../../core/room/schema.ts';
import { floor, fraction } from '../../core/index.ts';
import type { Assessment } from '../../core/index.ts';
import { dateText } from '../../i18n/dates.ts';
import { fetchCaseStart } from '../../client/room-texts.ts';
import type { Translator } from '../../i18n/translator.ts';
import { keepAssessment, readAssessmentFile } from '../import-assessment.ts';
import { openStore } from '../open-store.ts';
import { randomId } from '../random-id.ts';

// Brings the schemas along: load this module on use.

/**
 * Stores what a room agreed on as an assessment, by the same way as a file that somebody opens.
 *
 * @returns `null` when nothing was agreed or noted
 * @throws {TypeError} when the questionnaire cannot be fetched
 * @throws {StorageError} when it cannot be stored
 */
export async function keepDraft(
	file: RoomFile,
	texts: RoomTexts,
	i18n: Translator,
	now: string
): Promise<Assessment | null> {
	const questionnaire = await fetchQuestionnaireStructure(file.spec.questionnaire.id);
	const start = file.spec.case
		? await fetchCaseStart(file.spec.questionnaire.id, i18n.language, file.spec.case)
		: undefined;
	if (!questionnaire) throw new TypeError('This server does not have the questionnaire of the room.');
	const draft = draftAssessment(
		questionnaire,
		file,
		{ id: randomId(), now, start },
		{
			title: i18n.t('host:draftTitle', { title: file.spec.title || texts.title }),
			note: (entry) => noteText(entry, file, texts, i18n)
		}
	);
	if (file.questions.every(({ agreed, note }) => agreed === null && note.trim() === '')) return null;
	const reading = await readAssessmentFile(new Blob([JSON.stringify(draft)]), {
		store: openStore(),
		questionnaire: () => Promise.resolve(questionnaire),
		newId: randomId
	});
	if (reading.kind === 'bad') throw new TypeError(`The draft cannot be opened: ${reading.issues[0]?.code}.`);
	await keepAssessment(reading.assessment, openStore());
	return reading.assessment;
}

/** The facilitator's note first, then what was agreed and how the room was spread. */
export function noteText(
	entry: RoomFileQuestion,
	file: RoomFile,
	texts: RoomTexts,
	{ t, language }: Translator
): string {
	const words = texts.questions.find(({ id }) => id === entry.question);
	const options = words ? optionsOf(words, texts.grades, t('room:unknown')) : [];
	const name = (choice: unknown) =>
		options.find((option) => option.choice === choice)?.label ?? String(choice);
	const lines = entry.note.trim() === '' ? [] : [entry.note.trim()];
	if (entry.agreed !== null) lines.push(t('host:draftNote.agreed', { grade: name(entry.agreed) }));
	if (entry.result) {
		const { counts } = entry.result;
		const spread = options
			.map(({ choice, label }) =>
				t('host:draftNote.count', { label, n: counts[choice === 'unknown' ? 4 : choice] })
			)
			.join(t('host:draftNote.comma'));
		lines.push(t('host:draftNote.spread', { date: dateText(language, file.opened.slice(0, 10)), spread }));
		const { median, agreement } = readResult(entry.result);
		if (median !== null && agreement)
			lines.push(
				t('host:draftNote.median', {
					grade: name(median),
					percent: floor(fraction(agreement.n * 100n, agreement.d))
				})
			);
	}
	return lines.join('\n');
}
