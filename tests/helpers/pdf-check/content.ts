import type { PDFPage } from 'pdf-lib';
import { latin1, PDFArray, PDFRawStream, streamBytes } from './objects.ts';

/** Something that leaves ink on a page. */
export interface Painted {
	readonly operator: string;
	/** `artifact`, the number of a piece of content, or nothing at all. */
	readonly mark: 'artifact' | number | null;
	/** Inside a piece with a replacement text. */
	readonly actualText: boolean;
	/** Resource name of the font, for texts. */
	readonly font: string;
	/** Two-byte codes of the glyphs. */
	readonly codes: readonly number[];
}

export interface PageContent {
	readonly painted: readonly Painted[];
	/** MCIDs in order of opening. */
	readonly mcids: readonly number[];
	/** Role named where each is opened. */
	readonly roles: ReadonlyMap<number, string>;
	/** Property lists of the artifacts. */
	readonly artifacts: readonly string[];
	/** Closed pieces that were never open, or open ones never closed. */
	readonly unbalanced: boolean;
	readonly operators: ReadonlySet<string>;
}

const TOKEN =
	/<<(?:[^<>]|<[0-9A-Fa-f]*>)*>>|\[[^\]]*\]|<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\[^])*\)|\/[^\s<>[\]()/]*|[^\s<>[\]()/]+/g;
const PAINTS = new Set([
	'f',
	'F',
	'f*',
	'B',
	'B*',
	'b',
	'b*',
	'S',
	's',
	'sh',
	'Do',
	'Tj',
	'TJ',
	"'",
	'"',
	'EI'
]);

/** Reads what a page draws, and which piece of the structure each mark belongs to. */
export function readContent(page: PDFPage): PageContent {
	const contents = page.node.Contents();
	const streams =
		contents instanceof PDFArray
			? contents.asArray().map((entry) => page.doc.context.lookup(entry))
			: [contents];
	const text = streams
		.map((stream) => (stream instanceof PDFRawStream ? latin1(streamBytes(stream)!) : ''))
		.join('\n');
	const painted: Painted[] = [];
	const mcids: number[] = [];
	const roles = new Map<number, string>();
	const artifacts: string[] = [];
	const operators = new Set<string>();
	const open: { mark: Painted['mark']; actualText: boolean }[] = [];
	let unbalanced = false;
	let operands: string[] = [];
	let font = '';
	for (const [token] of text.matchAll(TOKEN)) {
		if (/^[<[(/\d.+-]/.test(token)) {
			operands.push(token);
			continue;
		}
		operators.add(token);
		if (token === 'BDC' || token === 'BMC') {
			const [role = '', list = ''] = operands;
			const mcid = /\/MCID (\d+)/.exec(list)?.[1];
			if (mcid !== undefined) {
				mcids.push(Number(mcid));
				roles.set(Number(mcid), role.slice(1));
			}
			if (role === '/Artifact') artifacts.push(list);
			const outer = open.at(-1) ?? { mark: null, actualText: false };
			open.push({
				mark: role === '/Artifact' ? 'artifact' : mcid === undefined ? outer.mark : Number(mcid),
				actualText: outer.actualText || list.includes('/ActualText')
			});
		} else if (token === 'EMC') {
			if (!open.pop()) unbalanced = true;
		} else if (token === 'Tf') font = operands[0]?.slice(1) ?? '';
		else if (PAINTS.has(token)) {
			const { mark, actualText } = open.at(-1) ?? { mark: null, actualText: false };
			const shown = token === 'Tj' || token === 'TJ' ? (operands.at(-1) ?? '') : '';
			const codes = [...shown.matchAll(/<([0-9A-Fa-f]*)>/g)].flatMap(([, hex]) =>
				(hex!.match(/.{4}/g) ?? []).map((code) => parseInt(code, 16))
			);
			painted.push({ operator: token, mark, actualText, font, codes });
		}
		operands = [];
	}
	return { painted, mcids, roles, artifacts, unbalanced: unbalanced || open.length > 0, operators };
}
