import { parseGradeCondition } from '../hints/grade-condition.ts';
import type { Hint } from '../hints/types.ts';
import type { Language } from '../languages.ts';
import type { CompiledQuestionnaire } from './compile.ts';
import { parseRule } from './rule.ts';
import type {
	FrameTexts,
	Labelled,
	QuestionnaireTexts,
	QuestionTexts,
	ScopingTexts,
	SourceTexts,
	Titled
} from './texts.ts';

type SourceText = Readonly<Record<Language, string>>;

function byId<T extends { readonly id: string }, R>(
	items: readonly T[],
	read: (item: T) => R
): Record<string, R> {
	return Object.fromEntries(items.map((item) => [item.id, read(item)]));
}

/** Takes one language out of a compiled questionnaire. */
export function textsOf(compiled: CompiledQuestionnaire, language: Language): QuestionnaireTexts {
	const say = (text: SourceText | undefined) => text?.[language] ?? '';
	return {
		frame: frameTexts(compiled, say),
		scoping: scopingTexts(compiled, say),
		questions: byId(compiled.questions, (question): QuestionTexts => ({
			short: say(question.short),
			question: say(question.question),
			why: say(question.why),
			good: say(question.good),
			evidence: question.evidence.map(say),
			anchors: (question.anchors ?? []).map(say),
			elements: byId(question.elements ?? [], ({ text }) => say(text)),
			action: say(question.action),
			policyText: question.policyText ? say(question.policyText) : null,
			weightReason: say(question.weightReason),
			criticalReason: question.criticalReason ? say(question.criticalReason) : null,
			notApplicable: question.notApplicable ? say(question.notApplicable) : null
		})),
		sources: sourceTexts(compiled, say),
		hints: compiled.hints.map(({ id, answers, when, text }): Hint => ({
			id,
			answers: answers.flatMap((condition) => parseGradeCondition(condition) ?? []),
			rule: parseRule(when ?? 'all') ?? [[]],
			text: say(text)
		}))
	};
}

type Say = (text: SourceText | undefined) => string;

function frameTexts({ frame }: CompiledQuestionnaire, say: Say): FrameTexts {
	const titled = (item: { title: SourceText; text?: SourceText | undefined }): Titled => ({
		title: say(item.title),
		text: say(item.text)
	});
	const labelled = (item: { label: SourceText; text?: SourceText | undefined }): Labelled => ({
		label: say(item.label),
		text: say(item.text)
	});
	return {
		title: say(frame.title),
		subtitle: say(frame.subtitle),
		about: say(frame.about),
		limits: frame.limits.map(say),
		values: byId(frame.values, titled),
		groups: byId(frame.principles, (principle) => ({ ...titled(principle), short: say(principle.short) })),
		practiceAreas: byId(frame.practiceAreas, titled),
		themes: byId(frame.themes, titled),
		legalLens: byId(frame.legalLens, titled),
		markers: byId(frame.markers, ({ title }) => say(title)),
		duties: byId(frame.duties, labelled),
		grades: [...frame.grades].sort((a, b) => a.grade - b.grade).map(labelled),
		coverage: [...frame.coverage].sort((a, b) => a.grade - b.grade).map(labelled),
		levels: [...frame.levels].sort((a, b) => a.level - b.level).map(labelled),
		gapClasses: byId(frame.gapClasses, ({ label }) => say(label)),
		tiers: byId(frame.tiers, labelled),
		selections: byId(frame.selections, (s) => ({ ...titled(s), intro: (s.intro ?? []).map(say) }))
	};
}

function scopingTexts({ scoping }: CompiledQuestionnaire, say: Say): ScopingTexts {
	return {
		facts: byId(scoping.facts, (fact) => ({
			question: say(fact.question),
			short: say(fact.short),
			help: say(fact.help),
			drives: say(fact.drives),
			choices: byId(fact.choices, ({ text }) => say(text))
		})),
		conditions: byId(scoping.conditions, ({ label, outOfScope }) => ({
			label: say(label),
			outOfScope: say(outOfScope)
		})),
		tierRows: Object.fromEntries(scoping.tiers.map(({ row, because }) => [row, say(because)]))
	};
}

function sourceTexts({ claims, documents, structure }: CompiledQuestionnaire, say: Say): SourceTexts {
	return {
		claims: byId(claims, ({ text, locator, figure }) => ({
			text: say(text),
			locator: locator ? say(locator) : null,
			ofWhom: figure ? say(figure['of-whom']) : null
		})),
		documents: byId(
			documents.filter(({ id }) => structure.documents[id]),
			({ title, issuer }) => ({ title: say(title), issuer: say(issuer) })
		)
	};
}
