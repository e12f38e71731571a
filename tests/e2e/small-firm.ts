import type { Answer, Details, Questionnaire, ScopeAnswers } from '../../src/lib/core/index.ts';

/** A small firm's quick scan: what the journeys enter, and what must come out again. */
export const DETAILS: Details = {
	title: 'Enquiry chatbot, first look',
	unit: 'both',
	organisation: 'Lotus Hill Tutorial Centres 蓮崗補習社',
	system: 'Enquiry chatbot',
	period: 'September to November 2026',
	asAt: '2026-11-20',
	assessor: 'Chan Siu-ming 陳小明',
	reviewer: 'Wong Ka-yan 黃嘉欣',
	confidentiality: 'Internal 內部'
};

/** Every question of the quick scan applies; one fact is not known. */
export const SCOPE: ScopeAnswers = {
	route: ['buy-adapted'],
	pd: ['yes'],
	collect: ['form', 'recording'],
	train: 'unsure',
	sens: ['children'],
	effect: ['high'],
	auto: ['limited'],
	gen: ['yes'],
	public: ['yes'],
	third: ['supplier', 'overseas'],
	special: ['none']
};

const GRADED: Readonly<Record<string, Answer>> = {
	'named-owner': {
		grade: 2,
		note: 'Principal 𨋢 owns it 👍\nsecond line',
		basis: { kind: 'seen', by: 'Chan Siu-ming', asAt: '2026-11-18' },
		evidence: [
			{
				what: 'Duty list 職責表',
				version: '3 November 2026',
				where: 'Shared drive, folder 12',
				keeper: 'Office manager',
				expires: '2027-11-30'
			},
			{ what: 'Minutes of 4 November' }
		]
	},
	'risk-assessment': { grade: 1, flagged: true },
	'oversight-level': { grade: 3 },
	'human-decides': { unknown: true },
	'agent-permissions': { grade: 0 },
	'output-verification': { grade: 2, basis: { kind: 'asserted' } },
	'privacy-policy-ai': { grade: 1 },
	'disclose-ai': { grade: 3, basis: { kind: 'tested', by: 'Wong Ka-yan', asAt: '2026-11-19' } },
	'model-understanding': { grade: 2 },
	'traceable-output': { grade: 0 },
	'lawful-purpose': { grade: 2 },
	'new-purpose': { grade: 3 },
	'retention-erasure': { grade: 1, note: 'The supplier keeps chats for 30 days.' },
	'fairness-scope': { grade: 2 },
	'bias-testing': { unknown: true },
	'report-biased-output': { grade: 1 },
	'harm-assessment': { grade: 2 },
	'unacceptable-uses': { grade: 3 },
	'security-measures': { grade: 2 },
	'pre-launch-testing': { grade: 1 }
};

/** Checklists: how many elements are ticked, from the top; 0 is *none of these*. */
const TICKED: Readonly<Record<string, number>> = {
	'ai-inventory': 2,
	'staff-genai-policy': 0,
	'collection-notice': 3,
	'processor-contract': 4,
	'incident-plan': 1
};

/** Every answer of the quick scan, as the file of the assessment holds it (without times). */
export function quickAnswers({ questions }: Questionnaire): Record<string, Answer> {
	const ticked = Object.entries(TICKED).map(([id, count]): [string, Answer] => {
		const elements = questions.find((question) => question.id === id)?.elements ?? [];
		return [id, { elements: elements.slice(0, count).map((element) => element.id), done: true }];
	});
	return { ...GRADED, ...Object.fromEntries(ticked) };
}

/** Asked by the full selection only, since no question of the quick scan may be left out. */
export const NOT_APPLICABLE = {
	question: 'outside-voices',
	section: 'fairness',
	answer: { notApplicable: { reason: 'Only our own five staff use it', approver: 'Wong Ka-yan, principal' } }
} as const;
