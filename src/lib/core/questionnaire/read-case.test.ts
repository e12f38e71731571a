import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadQuestionnaire } from '../../server/questionnaire-files.ts';
import { describeIssue } from './describe-issue.ts';
import { readCase } from './read-case.ts';

const path = 'questionnaires/ai-privacy/cases/bank-chatbot.yaml';
const text = readFileSync(path, 'utf8');
const { structure } = loadQuestionnaire('ai-privacy');

function mistakes(from: string | RegExp, to: string, at = path) {
	const changed = text.replace(from, to);
	if (from !== '' && changed === text) throw new Error(`Nothing to change: ${String(from)}`);
	const result = readCase({ path: at, text: changed }, structure);
	return result.ok ? [] : result.issues.map((issue) => ({ code: issue.code, line: describeIssue(issue) }));
}

describe('reading a case for workshops', () => {
	test('accepts the shipped one', () => {
		expect(mistakes('', '')).toEqual([]);
	});

	test.each<[string, string | RegExp, string, string]>([
		['a text without one of its languages', /\n {2}zh-Hans: .*\nteaser/, '\nteaser', 'missing'],
		['an unknown key', /^title:/m, 'titel: x\ntitle:', 'unknown_key'],
		['a question that does not exist', '  named-owner:', '  owner-name:', 'unknown_question'],
		[
			'a discussion of a question that does not exist',
			'[retention-erasure]',
			'[retention]',
			'unknown_question'
		],
		['a scoping fact that does not exist', '  train: unsure', '  training: unsure', 'unknown_fact'],
		['a scoping fact left out', /\n {2}train: unsure/, '', 'case_fact_missing'],
		['a choice that does not exist', 'auto: [limited]', 'auto: [narrow]', 'unknown_choice'],
		['a grade that does not exist', 'grade: 3', 'grade: 4', 'invalid_union'],
		['a grade for a checklist', /elements: \[owner-purpose.*\]/, 'grade: 1', 'grade_on_checklist'],
		['an element that does not exist', '[owner-purpose,', '[owner,', 'unknown_element'],
		['two answers at once', 'grade: 3', 'grade: 3\n    unknown: true', 'several_answers'],
		[
			'elements beside another answer',
			/( +)elements: \[owner/,
			'$1unknown: true\n$1elements: [owner',
			'several_answers'
		],
		['a note without an answer', /\n {4}grade: 3/, '', 'case_answer_missing'],
		[
			'not applicable where it is not allowed',
			/( {2}named-owner:\n) {4}grade: 3\n {4}note/,
			'$1    notApplicable:\n      reason: &t {en: a, zh-Hant: b, zh-Hans: c}\n      approver: {en: a, zh-Hant: b, zh-Hans: c}\n    note',
			'not_applicable_forbidden'
		],
		['an answer that its own facts put out of scope', "gen: ['yes']", "gen: ['no']", 'case_out_of_scope'],
		[
			'a vote on a question that the case answers',
			'live: [override-stop, fallback]',
			'live: [named-owner]',
			'case_live_not_open'
		],
		[
			'a discussion with nothing open in it',
			'questions: [retention-erasure]',
			'questions: [named-owner]',
			'case_nothing_open'
		],
		['minutes that do not add up', /\n {8}minutes: 14/, '\n        minutes: 15', 'case_minutes'],
		['two scripts of one length', /^ {2}- minutes: 120/m, '  - minutes: 60', 'case_script_missing'],
		['a role given twice', 'id: marketing', 'id: dpo', 'duplicate_id'],
		['YAML that cannot be read', /^title:/m, 'title: [', 'invalid_yaml']
	])('reports %s', (_, from, to, code) => {
		const found = mistakes(from, to);
		expect(found.map((mistake) => mistake.code)).toContain(code);
		// Every line names file, line and what to do; a bare code would mean that a message is missing.
		for (const { line } of found) expect(line).toMatch(/bank-chatbot\.yaml:\d+ ?.*: .{10,}/);
	});

	test('says when the file is not called like the case', () => {
		expect(mistakes('', '', 'questionnaires/ai-privacy/cases/another.yaml')[0]).toEqual({
			code: 'case_file_name',
			line: expect.stringContaining('Make them the same') as string
		});
	});

	test('holds a case to its share of the questions', () => {
		const few = text.replace(/^answers:\n(?: {2}.*\n)+/m, (answers) =>
			answers
				.split(/(?=^ {2}[a-z])/m)
				.slice(0, 10)
				.join('')
		);
		const result = readCase({ path, text: few }, structure);
		expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(['case_prefilled']);
	});
});
