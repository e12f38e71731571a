import * as OpenCC from 'opencc-js';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language, type Text } from '../../src/lib/core/languages.ts';
import { scopeOf, type ScopeAnswers } from '../../src/lib/core/questionnaire/scope.ts';
import { loadCases } from '../../src/lib/server/case-files.ts';
import { listQuestionnaires, loadQuestionnaire } from '../../src/lib/server/questionnaire-files.ts';
import { loadSharedContent } from '../../src/lib/server/shared-content.ts';
import { allTexts, hanSimilarity, wordSimilarity } from '../helpers/texts.ts';

const compiled = loadQuestionnaire('ai-privacy');
const { structure, claims } = compiled;
const SHARED = 'crosswalk and glossary';

/** Everything written for one questionnaire, or shared by them. */
function contentOf(name: string) {
	if (name !== SHARED) {
		const { frame, scoping, questions, claims, documents, hints } = loadQuestionnaire(name);
		return { frame, scoping, questions, claims, documents, hints, cases: loadCases(name) };
	}
	const { crosswalk, glossary, register } = loadSharedContent();
	return {
		crosswalk: crosswalk?.frameworks,
		glossary: glossary.terms.map(({ id, term, definition }) => ({ id, term, definition })),
		frameworkClaims: [...register.claims.values()].filter(({ id }) => id.startsWith('MAP-'))
	};
}

/** Places that report what others said, or say what the app never says. */
const REPORTED = /limits|^documents|^claims|rehearsal\.intro/;

describe.each([...listQuestionnaires(), SHARED])('every text of %s', (id) => {
	const texts = allTexts(contentOf(id));

	test('exists in all three languages and is not the same in two of them', () => {
		expect(texts.length).toBeGreaterThan(id === 'ai-privacy' ? 1_500 : 200);
		const untranslated = texts.filter(
			({ text }) => text.en === text['zh-Hant'] || text.en === text['zh-Hans']
		);
		// Names that are the same in every language.
		const allowed = /^(https?:|[\d\s./-]+$|[A-Z]{2,}\d*$)/;
		expect(untranslated.filter(({ text }) => !allowed.test(text.en)).map(({ path }) => path)).toEqual([]);
	});

	test('is plain text: no markup, no line breaks, no doubled or outer spaces', () => {
		const bad = texts.flatMap(({ path, text }) =>
			LANGUAGES.filter((l) => /[\n\r\t]|\s{2}|^\s|\s$|\*\*|<\/?[a-z]/.test(text[l])).map(
				(l) => `${path} ${l}`
			)
		);
		expect(bad).toEqual([]);
	});

	test('uses full-width punctuation in Chinese, and the quotation marks of its script', () => {
		const bad = texts.flatMap(({ path, text }) => [
			...(/[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]/.test(text['zh-Hant'] + text['zh-Hans'])
				? [`${path} half-width`]
				: []),
			...(/[“”]/.test(text['zh-Hant']) ? [`${path} zh-Hant “”`] : []),
			...(/[「」]/.test(text['zh-Hans'].replace(/「自保」|「AI安全」|「起底」/g, ''))
				? [`${path} zh-Hans 「」`]
				: [])
		]);
		expect(bad).toEqual([]);
	});

	test('has no letters of the other script', () => {
		const toSimplified = OpenCC.Converter({ from: 'hk', to: 'cn' });
		// Characters that stand in both scripts but that the converter maps, and official titles kept as they are.
		const kept = /僱/g;
		const bad = texts.filter(
			({ text }) => toSimplified(text['zh-Hans'].replace(kept, '')) !== text['zh-Hans'].replace(kept, '')
		);
		expect(bad.map(({ path, text }) => `${path}: ${text['zh-Hans']}`)).toEqual([]);
	});

	test('says controller, compliant or contravention nowhere, and uses no word of another place', () => {
		const banned: Record<Language, RegExp> = {
			en: /\bcontrollers?\b|\b(non-)?complian(t|ce with the (law|Ordinance))\b|\bcontraven|\bAIs\b|\bunlawful\b(?! (discrimination|activit|or harmful|use|access))/i,
			'zh-Hant':
				/隱私|人工智慧|資安|數據泄露|合規檢查|質量|浮水印|網路|軟體|使用者(?<!資料使用者)|程式碼片段/,
			'zh-Hans': /隐私权|外挂|数据撷取|机械人(?!「自保」)|私隐影响评估报告书|质素/
		};
		const bad = texts.flatMap(({ path, text }) =>
			LANGUAGES.flatMap((language) => {
				const found = text[language].match(banned[language]);
				return found && !REPORTED.test(path) ? [`${path} ${language}: ${found[0]}`] : [];
			})
		);
		expect(bad).toEqual([]);
	});

	test('is written in Simplified Chinese, not converted: at most 60 % of the longer texts equal a conversion', () => {
		const convert = OpenCC.Converter({ from: 'hk', to: 'cn' });
		const long = texts.filter(({ text }) => text['zh-Hans'].length > 15);
		const same = long.filter(({ text }) => convert(text['zh-Hant']) === text['zh-Hans']);
		console.log(
			`Simplified texts over 15 characters that equal a conversion: ${same.length} of ${long.length}`
		);
		expect(same.length / long.length).toBeLessThanOrEqual(0.6);
	});
});

describe('the balance of ai-privacy', () => {
	const sum = (items: readonly { weight: number }[]) =>
		items.reduce((total, { weight }) => total + weight, 0);

	test('has at least 66 questions, and nine with a weight of twelve for each principle', () => {
		expect(structure.questions.length).toBeGreaterThanOrEqual(66);
		for (const { id } of structure.groups) {
			const own = structure.questions.filter(({ group }) => group === id);
			expect(own.length, id).toBeGreaterThanOrEqual(9);
			expect(sum(own), id).toBeGreaterThanOrEqual(12);
		}
	});

	test('covers seven principles, four practice areas, twelve themes and the whole legal lens', () => {
		expect(structure.groups).toHaveLength(7);
		const used = <T>(read: (q: (typeof structure.questions)[number]) => readonly T[]) =>
			new Set(structure.questions.flatMap(read));
		expect([...used((q) => [q.practiceArea])].sort()).toEqual([...structure.practiceAreas].sort());
		expect(structure.practiceAreas).toHaveLength(4);
		expect([...used((q) => q.themes)].sort()).toEqual(structure.themes.map(({ id }) => id).sort());
		expect(structure.themes).toHaveLength(12);
		expect([...used((q) => q.legal)].sort()).toEqual([...structure.legalLens].sort());
		expect(structure.facts).toHaveLength(12);
	});

	test('has sixteen critical questions, each of weight 3 and in every selection', () => {
		const critical = structure.questions.filter((q) => q.critical);
		expect(critical).toHaveLength(16);
		for (const q of critical)
			expect([q.weight, ...q.selections].sort(), q.id).toEqual([3, 'full', 'quick', 'rehearsal'].sort());
	});

	test('gives a weight of five to at least five principles, under every set of facts, in Quick and in Full', () => {
		for (const scope of everyScope()) {
			for (const selection of ['quick', 'full']) {
				const inScope = scopeOf(structure, selection, scope).in;
				const counted = structure.groups.filter(
					({ id }) => sum(inScope.filter(({ group }) => group === id)) >= 5
				);
				expect(counted.length, `${selection} ${JSON.stringify(scope)}`).toBeGreaterThanOrEqual(5);
			}
		}
	});

	test('keeps its ids: an id that was released is never given up', () => {
		const released = JSON.parse(readFileSync('tests/fixtures/released-ids.json', 'utf8')) as string[];
		const ids = structure.questions.map(({ id }) => id);
		expect(released.filter((id) => !ids.includes(id))).toEqual([]);
		expect(new Set(ids).size).toBe(ids.length);
	});
});

/** Every combination of conditions that rules use: one choice for a true and one for a false reading of each. */
function* everyScope(): Generator<ScopeAnswers> {
	const options: Record<string, string[][]> = {
		pd: [['yes'], ['should-not']],
		route: [['build'], ['buy-as-is'], ['build', 'buy-as-is']],
		collect: [['form'], ['none']],
		sens: [['children'], ['none']],
		effect: [['high'], ['ranks'], ['none']],
		auto: [['limited'], ['no']],
		gen: [['yes'], ['no']],
		public: [['yes'], ['no']],
		third: [['supplier'], ['nobody']],
		special: [['marketing', 'matching'], ['none']]
	};
	const facts = Object.keys(options);
	function* from(index: number, scope: ScopeAnswers): Generator<ScopeAnswers> {
		const fact = facts[index];
		if (!fact) return void (yield scope);
		for (const answer of options[fact] ?? []) yield* from(index + 1, { ...scope, [fact]: answer });
	}
	yield* from(0, {});
}

describe('sources', () => {
	const register = new Map(claims.map((claim) => [claim.id, claim]));

	test('a must rests on the Ordinance; impact assessment, breach notification, review and the like are never a must', () => {
		for (const q of structure.questions.filter(({ duty }) => duty === 'must'))
			expect(
				q.claims.some((id) => /^(DPP|ORD-)/.test(id) && register.get(id)?.level === 'LAW'),
				q.id
			).toBe(true);
		const never = [
			'privacy-impact',
			'breach-plan',
			'human-decides',
			'human-on-request',
			'explain-outcome',
			'non-ai-route',
			'bias-testing',
			'label-generated',
			'cross-border'
		];
		for (const id of never) expect(structure.questions.find((q) => q.id === id)?.duty, id).not.toBe('must');
	});

	test('a claim that was not read is cited without paragraph and without figures', () => {
		const bad = claims.filter(({ status, locator, figure }) => status === 'MEM' && (locator || figure));
		expect(bad.map(({ id }) => id)).toEqual([]);
	});

	test('figures stand only beside questions when they were seen in a source, and F14 is never a finding', () => {
		const shown = structure.questions.flatMap(({ figures }) => figures);
		expect(shown.length).toBeGreaterThanOrEqual(10);
		for (const id of shown) expect(['SEEN', 'SEEN-2'], id).toContain(register.get(id)?.status);
		expect(shown).not.toContain('CC26-F14');
		// F10 counts alerts and red teaming together: only a question that asks for both may show it.
		expect(
			structure.questions.filter(({ figures }) => figures.includes('CC26-F10')).map(({ id }) => id)
		).toEqual(['ai-attacks']);
	});
});

describe.each(listQuestionnaires())('in %s no two questions say the same', (id) => {
	const { questions } = loadQuestionnaire(id);
	const fields: Record<string, (q: (typeof questions)[number]) => Text[]> = {
		anchor: (q) => q.anchors ?? [],
		why: (q) => [q.why],
		action: (q) => [q.action],
		'good practice': (q) => [q.good]
	};

	test.each(Object.keys(fields))('no %s is used twice in any language', (field) => {
		for (const language of LANGUAGES) {
			const seen = questions.flatMap((q) => (fields[field]?.(q) ?? []).map((text) => text[language]));
			expect(seen.length - new Set(seen).size, language).toBe(0);
		}
	});

	test('the most similar pairs are printed for a person to read, and none is nearly the same', () => {
		for (const language of LANGUAGES) {
			const similarity = language === 'en' ? wordSimilarity : hanSimilarity;
			const items = questions.map((q) => ({
				id: q.id,
				text: [q.why, q.action, ...(q.anchors ?? [])].map((t) => t[language]).join(' ')
			}));
			const pairs = items.flatMap((a, i) =>
				items.slice(i + 1).map((b) => ({ pair: `${a.id} ~ ${b.id}`, value: similarity(a.text, b.text) }))
			);
			pairs.sort((a, b) => b.value - a.value);
			console.log(
				`${language}: ${pairs
					.slice(0, 20)
					.map(({ pair, value }) => `${pair} ${value.toFixed(2)}`)
					.join(' · ')}`
			);
			expect(pairs[0]?.value, pairs[0]?.pair).toBeLessThan(0.6);
		}
	});
});

describe('chatbot-safety', () => {
	const { structure: habits, questions, claims: cited } = loadQuestionnaire('chatbot-safety');

	test('has the ten tips as themes, in their three groups and in order, each the first theme of a question', () => {
		expect(habits.groups).toHaveLength(3);
		expect(habits.themes).toHaveLength(10);
		const first = habits.questions.map(({ themes }) => themes[0]);
		expect([...new Set(first)]).toEqual(habits.themes.map(({ id }) => id));
		// Tip n stands behind habit n.
		habits.themes.forEach(({ id }, index) => {
			const own = habits.questions.filter(({ themes }) => themes[0] === id);
			for (const question of own) expect(question.claims, question.id).toContain(`CB23-${index + 1}`);
		});
	});

	test('tells nobody that they must, and speaks to a person rather than to an organisation', () => {
		expect(habits.questions.filter(({ duty }) => duty === 'must')).toEqual([]);
		const wrong: Record<Language, RegExp> = {
			en: /\bmust\b|\byour (organisation|company)\b/i,
			'zh-Hant': /須|必要|貴?機構的(員工|政策)/,
			'zh-Hans': /须|必要|贵?机构的(员工|政策)/
		};
		const bad = allTexts(questions).flatMap(({ path, text }) =>
			LANGUAGES.filter((language) => wrong[language].test(text[language])).map((l) => `${path} ${l}`)
		);
		expect(bad).toEqual([]);
	});

	test('cites nothing that was not read', () => {
		expect(cited.filter(({ status }) => status === 'MEM')).toEqual([]);
	});
});
