import type { Assessment } from '$lib/core/index.ts';

const isTyped = (text: string | undefined): boolean => (text ?? '').trim() !== '';

/** How much of each kind there is in data that is about to leave inside a file. */
export function countData({
	answers,
	actions,
	details,
	scopeReasons = {},
	dossier = {}
}: Assessment): Record<'answers' | 'notes' | 'evidence' | 'actions' | 'facts' | 'names', number> {
	const all = Object.values(answers);
	const deeds = Object.values(actions);
	const { title, organisation, system, assessor, reviewer, confidentiality, systemsCovered, period } =
		details;
	const names = [
		...[title, organisation, system, assessor, reviewer, confidentiality, systemsCovered, period],
		...all.flatMap(({ author, basis, notApplicable, evidence = [] }) => [
			author,
			basis?.by,
			notApplicable?.approver.replace(/^–$/, ''),
			...evidence.map(({ keeper }) => keeper)
		]),
		...deeds.flatMap(({ owner, acceptedBy }) => [owner, acceptedBy]),
		...Object.values(scopeReasons).map(({ by }) => by)
	];
	return {
		answers: all.length,
		notes: [...all.map(({ note }) => note), ...deeds.map(({ note }) => note)].filter(isTyped).length,
		evidence: all.reduce((sum, { evidence = [] }) => sum + evidence.length, 0),
		actions: deeds.length,
		facts: Object.values(dossier)
			.flatMap((fields) => Object.values(fields))
			.filter(isTyped).length,
		names: names.filter(isTyped).length
	};
}
