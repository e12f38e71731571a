import { floor, type AssessmentScore } from '../../core/index.ts';
import type { DefinitionsBlock } from '../blocks.ts';
import type { ReportContext } from './context.ts';
import { bold, NONE } from './words.ts';

/** The score beside what it would be if less were taken on trust. */
export function readingRows({
	t,
	score,
	evidencedOnly,
	notApplicableAsZero
}: ReportContext): DefinitionsBlock {
	const shown = ({ overall }: AssessmentScore): string => (overall ? String(floor(overall.score)) : NONE);
	return {
		type: 'definitions',
		rows: [
			{ label: t('evidence.score'), value: [bold(shown(score))] },
			{ label: t('evidence.notApplicableAsZero'), value: [bold(shown(notApplicableAsZero))] },
			{ label: t('evidence.evidencedOnly'), value: [bold(shown(evidencedOnly))] }
		]
	};
}
