import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkAssessment, isWarning } from '../core/assessment/check-assessment.ts';
import { hasDossier } from '../core/dossier/dossier-fields.ts';
import { LANGUAGES } from '../core/languages.ts';
import { check } from './check.ts';
import { describeAssessmentIssue } from './describe-assessment-issue.ts';
import { describeFileError } from './file-error.ts';
import { findQuestionnaire } from './find-questionnaire.ts';
import { habitsText } from './habits-text.ts';
import type { Output } from './output.ts';
import { readAssessment } from './read-assessment.ts';
import type { LanguageChoice, WrittenFile } from './report.ts';
import { scoreJson } from './score.ts';
import { scoreText } from './score-text.ts';
import { showQuestionnaire } from './show.ts';

const USAGE = `plumbline: AI privacy self-assessment without a browser

  plumbline check PATH…                        check questionnaires (folders) and assessments (.json, .pdf)
  plumbline show QUESTIONNAIRE [--json]        the structure of a questionnaire, by id or folder
  plumbline score ASSESSMENT [--json]          the score, by the rules of docs/scoring.md
  plumbline report ASSESSMENT --lang LANGUAGE --out FILE.(pdf|xlsx|csv|docx|ics|json)
                                               the gap report, or the assessment in another format;
                                               with --dossier (PDF): the factual dossier, without scores
  plumbline blank QUESTIONNAIRE [--selection SELECTION] --lang LANGUAGE --out FILE.(pdf|docx)
                                               the questions on paper; SELECTION is full unless named

ASSESSMENT is a file that the app exported (.json) or a report with its data inside (.pdf).
LANGUAGE is en, zh-Hant or zh-Hans; for a gap report as PDF also two side by side, such as en+zh-Hant.

Exit code 0: done. 1: something is wrong, and standard error says what. 2: the words of the command are off.`;

/**
 * Runs one command.
 *
 * @param args - the words after `plumbline`
 * @returns the exit code
 */
export async function main(args: readonly string[], out: Output): Promise<number> {
	const [command, ...rest] = args;
	try {
		if (command === 'check') return checkPaths(positionals(rest), out);
		if (command === 'show') return show(rest, out);
		if (command === 'score') return score(rest, out);
		if (command === 'report') return await report(rest, out);
		if (command === 'blank') return await blank(rest, out);
	} catch (error) {
		if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
			out.error(`plumbline ${command}: ${error.message}`);
			return 2;
		}
		// The fonts are made by the build, and the person can mend what a format lacks: nothing is wrong with the program.
		if (error instanceof Error && ['FontError', 'FormatError'].includes(error.name)) {
			out.error(error.message);
			return 1;
		}
		throw error;
	}
	if (command === undefined || command === '--help' || command === 'help') {
		out.line(USAGE);
		return command === undefined ? 2 : 0;
	}
	out.error(`plumbline: no command "${command}".\n\n${USAGE}`);
	return 2;
}

function positionals(args: readonly string[]): string[] {
	return parseArgs({ args: [...args], allowPositionals: true, options: {} }).positionals;
}

function checkPaths(paths: readonly string[], out: Output): number {
	if (paths.length === 0) return usage('check: name at least one file or folder', out);
	return check(paths, out);
}

function show(args: readonly string[], out: Output): number {
	const { positionals: names, values } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { json: { type: 'boolean' } }
	});
	const [name] = names;
	if (!name) return usage('show: name a questionnaire', out);
	const compiled = findQuestionnaire(name, out);
	if (!compiled) return 1;
	const shown = showQuestionnaire(compiled);
	if (values.json) out.line(JSON.stringify(shown, null, 2));
	else {
		out.line(`${shown.id} ${shown.version}, law and guidance as at ${shown.asAt}`);
		for (const q of shown.questions)
			out.line(
				`${q.id}  ${q.principle}  ${q.duty}  weight ${q.weight}${q.critical ? '  critical' : ''}  ${q.selections.join(' ')}  when ${q.when}`
			);
	}
	return 0;
}

/** Reads an assessment with its questionnaire, or says why it cannot be used. */
function open(name: string | undefined, out: Output) {
	if (!name) return usage('name an assessment file', out);
	const read = readAssessment(name, out);
	if (!read) return 1;
	const { assessment, compiled } = read;
	const errors = checkAssessment(compiled.structure, assessment).filter((issue) => !isWarning(issue));
	for (const issue of errors) out.error(describeAssessmentIssue(name, issue));
	return errors.length > 0 ? 1 : { assessment, compiled };
}

function score(args: readonly string[], out: Output): number {
	const { positionals: names, values } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { json: { type: 'boolean' } }
	});
	const opened = open(names[0], out);
	if (typeof opened === 'number') return opened;
	const { compiled, assessment } = opened;
	const result = scoreJson(compiled.structure, assessment);
	if (values.json) out.line(JSON.stringify(result, null, 2));
	else if (compiled.structure.audience === 'person') out.line(habitsText(compiled, assessment));
	else out.line(scoreText(result, compiled));
	return 0;
}

async function report(args: readonly string[], out: Output): Promise<number> {
	const { positionals: names, values } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { lang: { type: 'string' }, out: { type: 'string' }, dossier: { type: 'boolean' } }
	});
	const { parseLanguages, reportFile, REPORT_ENDINGS } = await import('./report.ts');
	const target = targetOf('report', parseLanguages(values.lang ?? ''), values.out, REPORT_ENDINGS, out);
	if (!target) return 2;
	if (names[0] && resolve(names[0]) === resolve(target.path))
		return usage('report: --out names the assessment itself; choose another name for the report', out);
	const opened = open(names[0], out);
	if (typeof opened === 'number') return opened;
	const { compiled, assessment } = opened;
	if (target.languages.length > 1 && (values.dossier || target.ending !== 'pdf'))
		return usage('report: two languages side by side are for the gap report as .pdf only', out);
	if (values.dossier && target.ending !== 'pdf')
		return usage('report: --dossier is written as .pdf only', out);
	if (values.dossier && !hasDossier(compiled.structure)) {
		out.error(
			`${names[0]}: "${compiled.structure.id}" is not for an organisation or has no themes, so there is no dossier of it.`
		);
		return 1;
	}
	const kind = values.dossier ? 'dossier' : 'report';
	return write(
		target.path,
		await reportFile(compiled, assessment, target.languages, target.ending, kind),
		out
	);
}

async function blank(args: readonly string[], out: Output): Promise<number> {
	const { positionals: names, values } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { lang: { type: 'string' }, out: { type: 'string' }, selection: { type: 'string' } }
	});
	const { blankFile, BLANK_ENDINGS } = await import('./report.ts');
	const own = LANGUAGES.find((known) => known === values.lang);
	const target = targetOf('blank', own ? [own] : null, values.out, BLANK_ENDINGS, out);
	if (!target) return 2;
	const [name] = names;
	if (!name) return usage('blank: name a questionnaire', out);
	const compiled = findQuestionnaire(name, out);
	if (!compiled) return 1;
	const selections = compiled.structure.selections.map(({ id }) => id);
	const selection = values.selection ?? 'full';
	if (!selections.includes(selection))
		return usage(`blank: --selection is one of ${selections.join(', ')}`, out);
	return write(target.path, await blankFile(compiled, selection, target.languages[0], target.ending), out);
}

/** Languages and file that a command is to write, or `null` after saying which word is off. */
function targetOf<Ending extends string>(
	command: string,
	languages: LanguageChoice | null,
	path: string | undefined,
	endings: readonly Ending[],
	out: Output
): { languages: LanguageChoice; path: string; ending: Ending } | null {
	const ending = endings.find((known) => path?.toLowerCase().endsWith(`.${known}`));
	if (languages && path && ending) return { languages, path, ending };
	const pair = command === 'report' ? ', or two of them, such as en+zh-Hant' : '';
	if (!languages) usage(`${command}: --lang is one of ${LANGUAGES.join(', ')}${pair}`, out);
	else if (!path) usage(`${command}: --out names the file to write`, out);
	else usage(`${command}: --out ends in .${endings.join(', .')}; "${path}" does not`, out);
	return null;
}

function write(path: string, { bytes, pages, missing = [] }: WrittenFile, out: Output): number {
	try {
		writeFileSync(path, bytes);
	} catch (error) {
		out.error(describeFileError(path, error));
		return 1;
	}
	out.line(`${path}: ${pages === undefined ? '' : `${pages} pages, `}${bytes.length} bytes`);
	if (missing.length > 0)
		out.error(
			`No font has ${missing.map((point) => `U+${point.toString(16).toUpperCase()}`).join(', ')}: drawn as □, the true text is kept.`
		);
	return 0;
}

function usage(message: string, out: Output): number {
	out.error(`plumbline ${message}.\n\n${USAGE}`);
	return 2;
}
