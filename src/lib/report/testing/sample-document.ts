import type { Block, ReportDocument, ReportLanguage, Severity, TableRow } from '../blocks.ts';
import { SAMPLE_WORDS, type SampleWords } from './sample-words.ts';

/** Things that people paste into notes and that break report writers. */
export const DIFFICULT_NOTES = {
	/** A character of Hong Kong beyond U+FFFF, one in Simplified, emoji. */
	rare: '電梯口「𨋢」字、𡃁仔；这里有简体；👍 OK ✅',
	tabbed: 'Serial\tKeeper\tExpiry',
	url: 'https://www.example.com/evidence/2026/register-of-systems/version_3?document=ai-inventory&section=4.2&language=zh-Hant-HK',
	noFace: 'Ancient sign \u{12000} in a name',
	long: 'The reviewer read every message of the sample and wrote down what the assistant had answered, who had seen it, and what was done about it afterwards. '
		.repeat(21)
		.trim()
} as const;

const RANKS: Severity[] = ['critical', 'required', 'high', 'medium', 'low'];
const SCORES = [71, 58, 64, 49, 67, 80, 55];

/** A report of about a dozen pages with every kind of block. */
export function sampleDocument(language: ReportLanguage, gaps = 45, answers = 60): ReportDocument {
	const words = SAMPLE_WORDS[language];
	return {
		language,
		info: {
			title: `${words.title} – ${words.organisation}`,
			author: words.organisation,
			subject: words.summary[0],
			created: "D:20260714093000+08'00'",
			fileId: '0123456789abcdef0123456789abcdef'
		},
		furniture: {
			headerStart: words.title,
			headerEnd: words.organisation,
			footerStart: `${words.organisation} · ${words.furnitureEnd}`,
			footerMark: words.incomplete,
			pageNumber: words.page
		},
		blocks: [
			cover(words),
			{ type: 'contents', title: words.contents },
			...verdict(words),
			...results(words),
			...gapRegister(words, gaps),
			...annex(words, answers),
			{ type: 'heading', level: 1, text: words.signOff, id: 'sign-off' },
			{
				type: 'sign-off',
				signatories: words.signRoles.map((role) => ({
					role,
					fields: words.signFields.map((label) => ({ label }))
				}))
			}
		]
	};
}

function cover(words: SampleWords): Block {
	return {
		type: 'cover',
		eyebrow: words.eyebrow,
		title: words.title,
		subtitle: words.subtitle,
		badge: words.badge,
		facts: words.facts.map(([label, value]) => ({ label, value })),
		notes: words.notes
	};
}

function verdict(words: SampleWords): Block[] {
	return [
		{ type: 'heading', level: 1, text: words.verdict, id: 'verdict', newPage: true },
		{
			type: 'key-figures',
			figures: words.figures.map(([value, unit, label, note], index) => ({
				value,
				unit,
				label,
				note,
				severity: index === 0 ? 'required' : undefined
			}))
		},
		...words.summary.map((text): Block => ({ type: 'paragraph', text })),
		{ type: 'callout', tone: 'law', title: words.law[0], paragraphs: [words.law[1]] },
		{
			type: 'radar',
			axes: words.principles,
			max: 100,
			rings: [25, 50, 75, 100],
			series: [
				{ name: words.score, kind: 'score', values: SCORES },
				{ name: words.target, kind: 'target', values: SCORES.map(() => 75) }
			],
			alt: words.alt,
			beside: [
				{ type: 'heading', level: 3, text: words.actions, outline: false },
				{ type: 'list', style: 'number', items: words.actionItems, size: 'small' }
			]
		},
		{ type: 'paragraph', text: words.legend, size: 'small', colour: 'muted' }
	];
}

function results(words: SampleWords): Block[] {
	return [
		{ type: 'heading', level: 1, text: words.byPrinciple, id: 'results' },
		{
			type: 'bar-chart',
			bars: words.principles.map((label, index) => ({
				label,
				value: SCORES[index]!,
				valueText: String(SCORES[index]),
				target: 75
			})),
			max: 100,
			ticks: [0, 25, 50, 75, 100],
			legend: { value: words.score, target: words.target },
			alt: words.alt
		},
		{
			type: 'table',
			columns: [
				{ head: words.byPrinciple, weight: 3 },
				{ head: words.score, align: 'end', weight: 0 },
				{ head: words.target, align: 'end', weight: 0 }
			],
			rows: [
				...words.principles.map((label, index) => ({
					cells: [{ paragraphs: [label], rowHead: true }, `${SCORES[index]}.0`, '75.0']
				})),
				{ kind: 'total', cells: [words.score, '62.0', '75.0'] }
			]
		}
	];
}

function gapRegister(words: SampleWords, count: number): Block[] {
	const rows = Array.from({ length: count }, (_, index): TableRow => {
		const [question, answer, why, action] = words.gaps[index % words.gaps.length]!;
		const rank = RANKS[Math.floor((index * RANKS.length) / count)]!;
		return {
			id: `gap-${index + 1}`,
			cells: [
				String(index + 1),
				{
					paragraphs: [
						[{ text: words.severity[rank], bold: true, severity: rank }],
						question,
						[{ text: answer, colour: 'muted' }]
					]
				},
				why,
				action,
				`2026-${String((index % 12) + 1).padStart(2, '0')}-28`
			]
		};
	});
	return [
		{ type: 'heading', level: 1, text: words.gapsHeading, id: 'gaps', newPage: true },
		{
			type: 'paragraph',
			text: [{ text: words.legend }, { text: ' ' }, { text: words.annex, link: { anchor: 'annex' } }]
		},
		{
			type: 'table',
			columns: words.gapHeads.map((head, index) => ({
				head,
				weight: [0, 3, 3, 3, 0][index],
				align: index === 0 ? 'end' : 'start'
			})),
			rows
		}
	];
}

function annex(words: SampleWords, count: number): Block[] {
	const notes: string[] = Object.values(DIFFICULT_NOTES);
	const rows = Array.from({ length: count }, (_, index): TableRow => ({
		cells: [
			words.gaps[index % words.gaps.length]![0],
			words.answers[index % words.answers.length]!,
			{ paragraphs: [`${index % 4} / 3`], bar: (index % 4) / 3 },
			notes[index] ?? ''
		]
	}));
	rows.splice(8, 0, { kind: 'group', cells: [words.principles[0]!] });
	return [
		{ type: 'heading', level: 1, text: words.annex, id: 'annex', newPage: true },
		{
			type: 'table',
			columns: words.annexHeads.map((head, index) => ({
				head,
				weight: [3, 2, 0, 4][index],
				minWidth: index === 2 ? 48 : undefined
			})),
			rows,
			style: 'zebra'
		},
		{ type: 'heading', level: 2, text: words.sources },
		{
			type: 'list',
			style: 'bullet',
			items: [
				[
					{ text: 'PCPD, Model Personal Data Protection Framework (2024): ', language: 'en' },
					{ text: 'https://www.pcpd.org.hk/', link: { url: 'https://www.pcpd.org.hk/' } }
				]
			]
		}
	];
}
