import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../core/languages.ts';
import { loadIssueMessages } from './issue-messages.ts';

/** Every code that parsing, checking and opening an assessment file can give. */
const CODES = [
	...['file_too_big', 'invalid_json', 'too_deep', 'not_an_assessment', 'newer_format', 'pdf_file'],
	...[
		'unknown_key',
		'missing',
		'invalid_type',
		'invalid_choice',
		'invalid_union',
		'invalid_key',
		'too_small',
		'too_big'
	],
	...[
		'invalid_format',
		'invalid',
		'unknown_questionnaire',
		'other_questionnaire',
		'other_version',
		'other_scoring'
	],
	...[
		'unknown_selection',
		'unknown_question',
		'unknown_fact',
		'unknown_choice',
		'one_choice_only',
		'exclusive_choice'
	],
	...[
		'pdf_encrypted',
		'pdf_printed',
		'pdf_without_data',
		'report_changed',
		'report_answers_only',
		'not_a_report'
	],
	...['several_answers', 'not_applicable_forbidden', 'not_applicable_incomplete', 'grade_on_checklist'],
	...['unknown_element', 'grade_on_yes_no', 'elements_without_checklist']
];

describe('loadIssueMessages', () => {
	test.each(LANGUAGES)('has words of its own for every code in %s', async (language) => {
		const describeIssue = await loadIssueMessages(language);
		const texts = CODES.map((code) => describeIssue({ code, path: [], params: {} }).text);
		expect(new Set(texts).size).toBe(CODES.length);
	});

	test('puts the parameters in and says the place', async () => {
		const describeIssue = await loadIssueMessages('en');
		const issue = { code: 'unknown_question', path: ['answers', 'no-such'], params: { got: 'no-such' } };
		expect(describeIssue(issue)).toEqual({
			text: 'The questionnaire has no question “no-such”.',
			place: 'answers.no-such'
		});
	});

	test('says something general about a code that it does not know', async () => {
		const describeIssue = await loadIssueMessages('en');
		expect(describeIssue({ code: 'brand_new', path: [], params: { got: '7' } }).text).toContain('7');
	});
});
