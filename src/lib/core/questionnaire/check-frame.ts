import type { Issue } from '../issues.ts';
import { checkRule, type QuestionContext } from './check-question.ts';
import type { ClaimsFile, DocumentsFile } from './schema.ts';

interface FrameContext extends QuestionContext {
	readonly documents: DocumentsFile['documents'];
	readonly allClaims: ClaimsFile['claims'];
}

type Place = (issue: Issue) => Issue;

function duplicates(ids: readonly string[], path: readonly (string | number)[]): Issue[] {
	return ids.flatMap((id, index) =>
		ids.indexOf(id) < index ? [{ code: 'duplicate_id', path: [...path, index, 'id'], params: { id } }] : []
	);
}

/** Rules that bind the frame, the scoping facts and the register together. */
export function checkFrame(context: FrameContext, placeFrame: Place, placeScoping: Place): Issue[] {
	return [
		...checkQuestionnaireFile(context).map(placeFrame),
		...checkScopingFile(context).map(placeScoping),
		...duplicates(
			context.allClaims.map(({ id }) => id),
			['claims']
		)
	];
}

function checkQuestionnaireFile({ frame, claims }: FrameContext): Issue[] {
	const values = new Set(frame.values.map(({ id }) => id));
	const issues: Issue[] = [
		...duplicates(
			frame.principles.map(({ id }) => id),
			['principles']
		),
		...duplicates(
			frame.themes.map(({ id }) => id),
			['themes']
		)
	];
	frame.principles.forEach(({ value, claims: ids }, index) => {
		if (value && !values.has(value))
			issues.push({ code: 'unknown_value', path: ['principles', index, 'value'], params: { got: value } });
		for (const id of ids)
			if (!claims.has(id))
				issues.push({ code: 'unknown_claim', path: ['principles', index, 'claims'], params: { got: id } });
	});
	frame.themes.forEach(({ figures }, index) => {
		for (const id of figures ?? []) {
			const claim = claims.get(id);
			if (!claim?.figure || claim.status === 'MEM')
				issues.push({
					code: 'figure_not_shippable',
					path: ['themes', index, 'figures'],
					params: { got: id, status: claim?.status ?? 'unknown' }
				});
		}
	});
	if (!frame.selections.some(({ id }) => id === 'full'))
		issues.push({ code: 'selection_full_missing', path: ['selections'], params: {} });
	return issues;
}

function checkScopingFile({ scoping, frame, claims }: FrameContext): Issue[] {
	const issues: Issue[] = [
		...duplicates(
			scoping.facts.map(({ id }) => id),
			['facts']
		),
		...duplicates(
			scoping.conditions.map(({ id }) => id),
			['conditions']
		)
	];
	const facts = new Map(scoping.facts.map((fact) => [fact.id, fact.choices.map(({ id }) => id)]));
	scoping.conditions.forEach((condition, index) => {
		const choices = facts.get(condition.fact);
		if (!choices) {
			issues.push({
				code: 'unknown_fact',
				path: ['conditions', index, 'fact'],
				params: { got: condition.fact }
			});
			return;
		}
		for (const choice of condition.choices)
			if (!choices.includes(choice))
				issues.push({
					code: 'unknown_choice',
					path: ['conditions', index, 'choices'],
					params: { got: choice, expected: choices.join(', ') }
				});
	});
	scoping.tiers.forEach((tier, index) => {
		issues.push(...checkRule(tier.when, ['tiers', index, 'when'], scoping));
		for (const id of tier.claims ?? [])
			if (!claims.has(id))
				issues.push({ code: 'unknown_claim', path: ['tiers', index, 'claims'], params: { got: id } });
	});
	if (scoping.tiers.at(-1)?.when !== 'all')
		issues.push({ code: 'tier_table_incomplete', path: ['tiers'], params: {} });
	for (const [tier, targets] of Object.entries(scoping.targets))
		for (const { id } of frame.principles)
			if (targets[id] === undefined)
				issues.push({ code: 'target_missing', path: ['targets', tier], params: { group: id } });
	return issues;
}
