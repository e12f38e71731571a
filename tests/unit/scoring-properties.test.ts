import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { scoreJson } from '../../src/lib/cli/score.ts';
import { parseAssessment } from '../../src/lib/core/assessment/parse-assessment.ts';
import {
	band,
	findGaps,
	floor,
	fraction,
	scoreAssessment,
	type Answer,
	type Assessment,
	type AssessmentScore,
	type Fraction,
	type Question,
	type Questionnaire
} from '../../src/lib/core/index.ts';
import { loadQuestionnaire } from '../../src/lib/server/questionnaire-files.ts';
import { printLine, runCount, seed } from '../helpers/random-runs.ts';
import {
	answerWith,
	arbitraryCase,
	gradedAnswers,
	NOT_APPLICABLE,
	pickOne,
	withAnswer,
	type Case
} from '../helpers/changed-answers.ts';
import { compare, ratio } from '../oracle/fraction.ts';
import { bandOf } from '../oracle/score.ts';

const TIMEOUT_MS = 20 * 60_000;
const numRuns = runCount(1_000);
const real = loadQuestionnaire('ai-privacy').structure;

/** Tests that something holds for many random assessments, of the real questionnaire and of small ones. */
function always(name: string, holds: (given: Case) => void): void {
	test(name, () => fc.assert(fc.property(arbitraryCase(real), holds), { numRuns, seed }), TIMEOUT_MS);
}

function inScope({ structure, assessment }: Case): readonly Question[] {
	return scoreAssessment(structure, assessment).scope.in;
}

function canBeNotApplicable({ allowsNotApplicable }: Question): boolean {
	return allowsNotApplicable;
}

/** Every score of an assessment by name: overall, then each principle's; `null` where there is none. */
function scoresOf(score: AssessmentScore): [string, Fraction | null][] {
	return [
		['overall', score.overall?.score ?? null],
		...score.groups.map((group): [string, Fraction | null] => [group.id, group.score])
	];
}

function highsOf(score: AssessmentScore): [string, Fraction | null][] {
	return [
		['overall', score.overall?.high ?? null],
		...score.groups.map((group): [string, Fraction | null] => [group.id, group.high])
	];
}

function levelsOf(score: AssessmentScore): [string, number | null][] {
	return [
		['overall', score.overall?.level ?? null],
		...score.groups.map((group): [string, number | null] => [group.id, group.level])
	];
}

function highLevelsOf(score: AssessmentScore): [string, number | null][] {
	return [
		['overall', score.overall?.levelHigh ?? null],
		...score.groups.map((group): [string, number | null] => [group.id, group.levelHigh])
	];
}

/** Names of the scores of which `higher` is below `lower`, or of which only one exists. */
function fallen(
	lower: readonly [string, Fraction | null][],
	higher: readonly [string, Fraction | null][]
): string[] {
	return lower.flatMap(([name, a], index) => {
		const b = higher[index]?.[1] ?? null;
		if (a === null || b === null) return a === b ? [] : [name];
		return compare(b, a) < 0 ? [name] : [];
	});
}

function asFractions(levels: readonly [string, number | null][]): [string, Fraction | null][] {
	return levels.map(([name, level]) => [name, level === null ? null : fraction(level)]);
}

/** No score and no level of the second assessment is below that of the first. */
function expectNotLower(structure: Questionnaire, before: Assessment, after: Assessment): void {
	const [first, second] = [scoreAssessment(structure, before), scoreAssessment(structure, after)];
	expect(fallen(scoresOf(first), scoresOf(second))).toEqual([]);
	expect(fallen(asFractions(levelsOf(first)), asFractions(levelsOf(second)))).toEqual([]);
}

function byQuestion(a: { question: string }, b: { question: string }): number {
	return a.question < b.question ? -1 : 1;
}

/** The printed result with lists in order of id where the order of questions is all that decides it. Gaps keep theirs. */
function withoutQuestionOrder(printed: ReturnType<typeof scoreJson>) {
	return {
		...printed,
		caps: [...printed.caps].sort(byQuestion),
		principles: Object.entries(printed.principles).map(([id, principle]) => [
			id,
			{ ...principle, caps: [...principle.caps].sort(byQuestion) }
		]),
		scope: {
			...printed.scope,
			in: [...printed.scope.in].sort(),
			out: [...printed.scope.out].sort(byQuestion)
		}
	};
}

/** Puts questions in an order that a number decides. */
function shuffle(questions: readonly Question[], by: number): Question[] {
	const place = (index: number) => ((index + 1) * (2 * by + 7919)) % 10_007;
	return questions
		.map((question, index) => ({ question, at: place(index) }))
		.sort((a, b) => a.at - b.at)
		.map(({ question }) => question);
}

beforeAll(() => printLine(`scoring properties: ${numRuns} assessments each, PLUMBLINE_SEED=${seed}`));

describe('the score of any assessment', () => {
	always('lies between 0 and 100 and its level between 0 and 3', ({ structure, assessment }) => {
		const score = scoreAssessment(structure, assessment);
		for (const [, value] of [...scoresOf(score), ...highsOf(score)]) {
			if (value === null) continue;
			expect(compare(value, ratio(0))).toBeGreaterThanOrEqual(0);
			expect(compare(value, ratio(100))).toBeLessThanOrEqual(0);
		}
		for (const [, level] of [...levelsOf(score), ...highLevelsOf(score)])
			expect([0, 1, 2, 3, null]).toContain(level);
		expect(score.overall === null).toBe(
			score.groups.filter((group) => group.counted).length < structure.minGroups
		);
	});

	always('never falls, nor any principle or level, when a grade rises', (given) => {
		const { structure, assessment, picks } = given;
		const question = pickOne(inScope(given), picks[0]);
		const ways = gradedAnswers(question, assessment);
		const from = pickOne(ways, picks[1]);
		const to = pickOne(
			ways.filter(({ grade }) => grade > from.grade),
			picks[2]
		);
		expectNotLower(
			structure,
			withAnswer(assessment, question.id, from.answer),
			withAnswer(assessment, question.id, to.answer)
		);
	});

	always('never falls when not applicable becomes 3, and never rises when it becomes 0', (given) => {
		const { structure, assessment, picks } = given;
		const question = pickOne(inScope(given).filter(canBeNotApplicable), picks[0]);
		const left = withAnswer(assessment, question.id, NOT_APPLICABLE);
		expectNotLower(structure, left, withAnswer(assessment, question.id, answerWith(question, assessment, 3)));
		expectNotLower(structure, withAnswer(assessment, question.id, answerWith(question, assessment, 0)), left);
	});

	always('rises in a principle by at most a quarter when zeros are called not applicable', (given) => {
		const { structure, assessment, picks } = given;
		const movable = inScope(given).filter(canBeNotApplicable);
		const first = pickOne(movable, picks[0]);
		const { group } = first;
		const zeros = movable.filter(
			(question, index) =>
				question.group === group && (question === first || (picks[1] ?? 0) & (1 << (index % 16)))
		);
		const at = (answer: (question: Question) => Answer) =>
			zeros.reduce((changed, question) => withAnswer(changed, question.id, answer(question)), assessment);
		const scoreIn = (changed: Assessment) =>
			scoreAssessment(structure, changed).groups.find(({ id }) => id === group)?.score as Fraction;
		const before = scoreIn(at((question) => answerWith(question, assessment, 0)));
		const after = scoreIn(at(() => NOT_APPLICABLE));
		expect(compare(after, before)).toBeGreaterThanOrEqual(0);
		expect(compare(after, ratio(5n * before.n, 4n * before.d))).toBeLessThanOrEqual(0);
	});

	always('is the lower end of its range', ({ structure, assessment }) => {
		const score = scoreAssessment(structure, assessment);
		expect(fallen(scoresOf(score), highsOf(score))).toEqual([]);
		expect(fallen(asFractions(levelsOf(score)), asFractions(highLevelsOf(score)))).toEqual([]);
		if (score.open === 0) expect(highsOf(score)).toEqual(scoresOf(score));
	});

	always('has a range that only narrows when an open question is answered', (given) => {
		const { structure, assessment, picks } = given;
		const before = scoreAssessment(structure, assessment);
		const open = findGaps(assessment, before).filter(({ state }) => state.kind === 'open');
		const id = pickOne(open, picks[0]).question;
		const question = inScope(given).find((other) => other.id === id) as Question;
		const ways: Answer[] = [
			{ unknown: true },
			...gradedAnswers(question, assessment).map(({ answer }) => answer)
		];
		if (canBeNotApplicable(question)) ways.push(NOT_APPLICABLE);
		const after = scoreAssessment(structure, withAnswer(assessment, id, pickOne(ways, picks[1])));
		expect(after.open).toBe(before.open - 1);
		expect(fallen(scoresOf(before), scoresOf(after))).toEqual([]);
		expect(fallen(highsOf(after), highsOf(before))).toEqual([]);
		expect(fallen(asFractions(levelsOf(before)), asFractions(levelsOf(after)))).toEqual([]);
		expect(fallen(asFractions(highLevelsOf(after)), asFractions(highLevelsOf(before)))).toEqual([]);
	});

	always('does not change with the order of the questions', ({ structure, assessment, picks }) => {
		const shuffled = { ...structure, questions: shuffle(structure.questions, picks[0] ?? 0) };
		expect(withoutQuestionOrder(scoreJson(shuffled, assessment))).toEqual(
			withoutQuestionOrder(scoreJson(structure, assessment))
		);
	});

	test('does not change with the language: the questionnaire that is scored holds no words', () => {
		expect(JSON.stringify(real)).not.toMatch(/\p{Script=Han}/u);
	});

	always(
		'does not change with stored answers to questions out of scope',
		({ structure, assessment, picks }) => {
			const { out } = scoreAssessment(structure, assessment).scope;
			const changed = out.reduce((so, { question: id }, index) => {
				const question = structure.questions.find((other) => other.id === id) as Question;
				const ways: (Answer | undefined)[] = [
					undefined,
					{ unknown: true },
					NOT_APPLICABLE,
					...gradedAnswers(question, assessment).map(({ answer }) => answer)
				];
				return withAnswer(so, id, pickOne(ways, (picks[0] ?? 0) + index * 7));
			}, assessment);
			expect(scoreJson(structure, changed)).toEqual(scoreJson(structure, assessment));
		}
	);

	always("counts don't know, open and 0 the same and tells their gaps apart", (given) => {
		const { structure, assessment, picks } = given;
		const question = pickOne(inScope(given), picks[0]);
		const answers: (Answer | undefined)[] = [
			{ unknown: true },
			undefined,
			answerWith(question, assessment, 0)
		];
		const read = answers.map((answer) => {
			const changed = withAnswer(assessment, question.id, answer);
			const score = scoreAssessment(structure, changed);
			const gap = findGaps(changed, score).find((found) => found.question === question.id);
			return {
				scores: scoresOf(score),
				levels: levelsOf(score),
				priority: gap?.priority,
				gain: gap?.gain,
				state: gap?.state.kind
			};
		});
		expect(read.map(({ state }) => state)).toEqual(['unknown', 'open', 'grade']);
		const [unknown, open, zero] = read.map(({ state: _, ...same }) => same);
		expect(open).toEqual(unknown);
		expect(zero).toEqual(unknown);
	});

	always('is the same for the file that it was exported to', ({ structure, assessment }) => {
		const opened = parseAssessment(JSON.stringify(assessment));
		const shipped = JSON.parse(JSON.stringify(structure)) as Questionnaire;
		expect(opened.ok && scoreJson(shipped, opened.value)).toEqual(scoreJson(structure, assessment));
	});

	always(
		'does not change when a question is added that is out of scope',
		({ structure, assessment, picks }) => {
			const model = pickOne(structure.questions, picks[0]);
			const added: Question = {
				...model,
				id: 'a-0-added',
				critical: true,
				duty: 'must',
				weight: 3,
				when: 'never',
				rule: [['never']]
			};
			const place = (picks[1] ?? 0) % (structure.questions.length + 1);
			const never = { id: 'never', fact: structure.facts[0]?.id ?? '', choices: [], whenUnsure: false };
			const larger: Questionnaire = {
				...structure,
				conditions: [...structure.conditions, never],
				questions: [...structure.questions.slice(0, place), added, ...structure.questions.slice(place)]
			};
			const answered =
				(picks[2] ?? 0) % 2 === 0
					? withAnswer(assessment, added.id, answerWith(added, assessment, 3))
					: assessment;
			const { scope: largerScope, ...withIt } = scoreJson(larger, answered);
			const { scope, ...without } = scoreJson(structure, assessment);
			expect(withIt).toEqual(without);
			expect(largerScope.in).toEqual(scope.in);
			expect(largerScope.out.filter(({ question }) => question !== added.id)).toEqual(scope.out);
		}
	);

	always('is shown as a whole number in the same band as the exact one', ({ structure, assessment }) => {
		const score = scoreAssessment(structure, assessment);
		for (const [, value] of [...scoresOf(score), ...highsOf(score)]) {
			if (value === null) continue;
			expect(band(fraction(floor(value)))).toBe(band(value));
			expect(band(value)).toBe(bandOf(value));
		}
		const levels = levelsOf(score);
		for (const [index, [, value]] of scoresOf(score).entries()) {
			if (value !== null) expect(levels[index]?.[1]).toBeLessThanOrEqual(bandOf(ratio(floor(value))));
		}
	});
});

describe('the shown whole number', () => {
	test(
		'lies in the band of any fraction from 0 to 100, also next to an edge',
		() => {
			const anywhere = fc
				.tuple(fc.nat(100_000), fc.integer({ min: 1000, max: 100_000 }))
				.map(([n, d]) => ratio(100 * Math.min(n, d), d));
			const nextToAnEdge = fc
				.tuple(
					fc.constantFrom(15, 50, 85, 100),
					fc.integer({ min: 1, max: 1_000_000 }),
					fc.constantFrom(-1, 0, 1)
				)
				.map(([edge, d, step]) => ratio(Math.min(edge * d + step, 100 * d), d));
			fc.assert(
				fc.property(fc.oneof(anywhere, nextToAnEdge), (value) => {
					expect(band(fraction(floor(value)))).toBe(band(value));
					expect(band(value)).toBe(bandOf(value));
				}),
				{ numRuns, seed }
			);
		},
		TIMEOUT_MS
	);
});
