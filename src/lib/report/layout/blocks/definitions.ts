import type { DefinitionsBlock, Inline } from '../../blocks.ts';
import type { FlowItem, Frame } from '../flow.ts';
import { layOutTable } from './table.ts';

/** A table of two columns without a head: labels as wide as they need, values beside them. */
export function layOutDefinitions(block: DefinitionsBlock, frame: Frame): FlowItem[] {
	return layOutTable(
		{
			type: 'table',
			id: block.id,
			columns: [{ head: '', weight: 0, minWidth: Math.min(96, frame.width / 4) }, { head: '' }],
			rows: block.rows.map(({ label, value }) => ({
				cells: [{ paragraphs: [[{ text: label, colour: 'muted' }]], rowHead: true }, orDash(value)]
			})),
			size: block.size ?? 'body',
			style: 'rules'
		},
		frame
	);
}

/** An empty value shows as a dash: "nothing entered" is an answer too. */
export function orDash(value: Inline): Inline {
	const text = typeof value === 'string' ? value : value.map((run) => run.text).join('');
	return text.trim() === '' ? [{ text: '–', colour: 'muted' }] : value;
}
