import { findHints } from '../../core/index.ts';
import type { Block, Inline } from '../blocks.ts';
import { answerLabel } from './answer-words.ts';
import type { ReportContext } from './context.ts';
import { shortName } from './level-reasons.ts';
import { labelled, joined } from './words.ts';

/** Answers that do not fit together: for whoever reads the report to ask about; the score is as answered. */
export function hintBlocks(context: ReportContext): Block[] {
	const { t, texts, questionnaire, assessment, score } = context;
	const found = findHints(texts.hints, questionnaire, assessment, score);
	if (found.length === 0) return [];
	return [
		{ type: 'heading', level: 2, id: 'hints', text: t('hints.title') },
		{ type: 'paragraph', text: t('hints.intro'), keepWithNext: true },
		{
			type: 'list',
			style: 'bullet',
			items: found.map(({ hint, answers }) => ({
				text: hint.text,
				items: [
					joined(
						context,
						answers.map(({ question, state }): Inline =>
							labelled(context, shortName(context, question.id), answerLabel(context, question, state))
						)
					)
				]
			}))
		}
	];
}
