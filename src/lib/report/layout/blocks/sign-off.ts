import type { Signatory, SignOffBlock } from '../../blocks.ts';
import { together, type FlowItem, type Frame } from '../flow.ts';
import { tag, type Tag } from '../tag.ts';
import { TextBox } from '../text-box.ts';
import { COLOUR, TYPE } from '../theme.ts';

const GUTTER = 30;
/** Room to write by hand. */
const WRITING_HEIGHT = 24;

export function layOutSignOff(block: SignOffBlock, frame: Frame): FlowItem[] {
	const width = (frame.width - GUTTER) / 2;
	const persons = block.signatories.map((person) => signatory(person, width, frame));
	const pairs = Array.from({ length: Math.ceil(persons.length / 2) }, (_, index): FlowItem => {
		const [left, right] = persons.slice(index * 2, index * 2 + 2);
		return {
			height: Math.max(left!.height, right?.height ?? 0),
			before: 18,
			draw: (canvas, x, y) => {
				left!.draw(canvas, x, y);
				right?.draw(canvas, x + width + GUTTER, y);
			}
		};
	});
	return pairs.length > 0 ? [together(pairs, { before: 14, after: 14 })] : [];
}

function signatory(person: Signatory, width: number, frame: Frame): FlowItem {
	const { language, context } = frame;
	const element = tag('Div', frame.tag);
	const options = { type: TYPE.body, weight: 700, language, tag: tag('P', element) } as const;
	const role = new TextBox(person.role, options, context).setWidth(width);
	const fields = person.fields.map((field) => fieldItem(field, width, element, frame));
	return together([{ height: role.height, draw: (canvas, x, y) => role.draw(canvas, x, y) }, ...fields]);
}

/** Value or empty space on a line, the label small below it, as on paper forms. */
function fieldItem(field: Signatory['fields'][number], width: number, parent: Tag, frame: Frame): FlowItem {
	const { language, context } = frame;
	const element = tag('P', parent);
	const value = new TextBox(field.value ?? '', { type: TYPE.body, language, tag: element }, context).setWidth(
		width
	);
	const label = new TextBox(
		field.label,
		{ type: TYPE.tiny, colour: 'muted', language, tag: element },
		context
	);
	label.setWidth(width);
	const room = Math.max(WRITING_HEIGHT, value.height + 6);
	return {
		height: room + 3 + label.height,
		before: 4,
		draw: (canvas, x, y) => {
			canvas.line([x, y + room], [x + width, y + room], { colour: COLOUR.ruleStrong, width: 0.6 });
			// Read in this order: what it is, then what stands there.
			label.draw(canvas, x, y + room + 3);
			value.draw(canvas, x, y + room - value.height - 2);
		}
	};
}
