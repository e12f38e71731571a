import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessment } from '../../../../tests/fixtures/worked-example.ts';
import { MAX_ASSESSMENT_BYTES, parseAssessment, parseAssessmentData } from './parse-assessment.ts';

const good = assessment({
	'q-1': { grade: 2, note: '𨋢 tab\there 😀', evidence: [{ what: 'minutes', expires: '2027-01-01' }] }
});
const codes = (data: unknown) => {
	const result = parseAssessmentData(data);
	return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join('.')}`);
};

describe('reading an assessment file', () => {
	test('gives back exactly what was written', () => {
		expect(parseAssessment(JSON.stringify(good))).toEqual({ ok: true, value: good });
		expect(parseAssessment(`\uFEFF${JSON.stringify(good)}`)).toEqual({ ok: true, value: good });
	});

	test.each<[string, (data: Record<string, never>) => unknown, string]>([
		['another format', () => ({ format: 'something' }), 'not_an_assessment '],
		['no object at all', () => [], 'not_an_assessment '],
		['a newer format', (d) => ({ ...d, formatVersion: 2 }), 'newer_format formatVersion'],
		['an unknown key', (d) => ({ ...d, extra: 1 }), 'unknown_key extra'],
		['a missing part', ({ answers: _, ...d }) => d, 'missing answers'],
		['a grade of 4', (d) => ({ ...d, answers: { q: { grade: 4 } } }), 'invalid_union answers.q.grade'],
		['a grade in words', (d) => ({ ...d, answers: { q: { grade: '3' } } }), 'invalid_union answers.q.grade'],
		[
			'a day that does not exist',
			(d) => ({ ...d, details: { asAt: '2026-13-01' } }),
			'invalid_format details.asAt'
		],
		['31 February', (d) => ({ ...d, details: { asAt: '2026-02-31' } }), 'invalid_format details.asAt'],
		[
			'a time that no clock shows',
			(d) => ({ ...d, updated: '2026-11-23T25:61:00Z' }),
			'invalid_format updated'
		],
		['a time without a zone', (d) => ({ ...d, created: '2026-11-23T00:00:00' }), 'invalid_format created'],
		[
			'a note that is too long',
			(d) => ({ ...d, answers: { q: { note: 'x'.repeat(10_001) } } }),
			'too_big answers.q.note'
		],
		[
			'too many pieces of evidence',
			(d) => ({ ...d, answers: { q: { evidence: Array.from({ length: 21 }, () => ({ what: 'x' })) } } }),
			'too_big answers.q.evidence'
		]
	])('refuses %s and says where', (_, change, expected) => {
		expect(codes(change(JSON.parse(JSON.stringify(good)) as Record<string, never>))).toContain(expected);
	});

	test('refuses keys that reach into JavaScript itself, and touches nothing', () => {
		const result = parseAssessment(JSON.stringify(good).replace('"q-1"', '"__proto__"'));
		expect(result).toMatchObject({ ok: false, issues: [{ code: 'unknown_key' }] });
		expect(({} as { grade?: number }).grade).toBeUndefined();
	});

	test('refuses depth and size before anything walks them', () => {
		const deep = `{"format":"plumbline-assessment","a":${'['.repeat(500)}${']'.repeat(500)}}`;
		expect(parseAssessment(deep)).toMatchObject({ ok: false, issues: [{ code: 'too_deep' }] });
		expect(parseAssessment(' '.repeat(MAX_ASSESSMENT_BYTES + 1))).toMatchObject({
			ok: false,
			issues: [{ code: 'file_too_big' }]
		});
	});

	test('never throws, whatever stands in the file', () => {
		fc.assert(fc.property(fc.string(), (text) => typeof parseAssessment(text).ok === 'boolean'));
		fc.assert(
			fc.property(
				fc.jsonValue(),
				fc.constantFrom('details', 'scope', 'answers', 'actions', 'questionnaire', 'targets'),
				(value, part) => {
					const result = parseAssessmentData({ ...good, [part]: value });
					return result.ok || (result.issues.length > 0 && result.issues.every(({ code }) => code !== ''));
				}
			),
			{ numRuns: 500 }
		);
	});
});
