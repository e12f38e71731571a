// Writes the floor of the comparison: one hand-written page with the questions of one section, no framework, no request
// but itself. Run alone, it prints where the page is.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { sectionsOf, type Language, type Question, type QuestionTexts } from '../../src/lib/core/index.ts';
import { textsOf } from '../../src/lib/core/questionnaire/texts-of.ts';
import { loadQuestionnaire } from '../../src/lib/server/questionnaire-files.ts';

interface StaticPage {
	readonly html: string;
	/** Size of its inline script, uncompressed. */
	readonly scriptBytes: number;
}

/** Words of the interface that the page needs, from the same file as the app's. */
interface Words {
	readonly question: { readonly unknown: string; readonly unknownHint: string; readonly na: string };
	readonly checklist: { readonly legend: string; readonly done: string; readonly none: string };
	readonly nav: { readonly results: string };
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const ours = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/**
 * Makes the page for one section.
 *
 * @param language - the one language of the page
 * @param section - id of a section of the Full selection; the first one unless named
 */
export function makeStaticPage(
	language: Language,
	questionnaire = 'ai-privacy',
	section?: string
): StaticPage {
	const compiled = loadQuestionnaire(questionnaire);
	const { frame, questions: texts } = textsOf(compiled, language);
	const sections = sectionsOf(compiled.structure, 'full');
	const shown = sections.find(({ id }) => id === section) ?? sections[0];
	if (!shown) throw new Error(`Questionnaire "${questionnaire}" has no section.`);
	const words = JSON.parse(ours(`../../src/lib/i18n/locales/${language}/assess.json`)) as Words;
	const title = escape(`${frame.groups[shown.id]?.title ?? shown.id} – ${frame.title}`);
	const grades = frame.grades.map(({ label }) => label);
	const list = shown.questions.map((id, index) => {
		const question = compiled.structure.questions.find((one) => one.id === id);
		const own = texts[id];
		return question && own ? fieldset(question, own, index + 1, grades, words) : '';
	});
	const { code } = transformSync(ours('static-page/page.js'), {
		minifyWhitespace: true,
		minifySyntax: true,
		format: 'esm'
	});
	const { code: css } = transformSync(ours('static-page/page.css'), { loader: 'css', minify: true });
	const html =
		`<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
		`<title>${title}</title><meta name="description" content="${escape(frame.subtitle)}"><link rel="icon" href="data:,"><style>${css.trim()}</style>` +
		`<main><h1>${title}</h1><form id="form">${list.join('')}<output id="done"></output>` +
		`<button type="button" id="finish">${escape(words.nav.results)}</button></form>` +
		`<div id="results" hidden><h2 id="title" tabindex="-1">${escape(words.nav.results)}</h2><p><b id="score"></b></p>` +
		`<div id="radar"></div><table><tbody id="table"></tbody></table></div></main><script type="module">${code.trim()}</script>`;
	return { html, scriptBytes: Buffer.byteLength(code.trim()) };
}

function fieldset(
	question: Question,
	texts: QuestionTexts,
	number: number,
	grades: readonly string[],
	words: Words
): string {
	const { id, kind, weight, allowsNotApplicable } = question;
	const anchored = kind === 'yes-no' ? [0, 3] : [0, 1, 2, 3];
	const graded = anchored.map((grade, i) => ({
		value: String(grade),
		label: grades[grade] ?? '',
		text: texts.anchors[i] ?? ''
	}));
	const listed = [
		{ value: 'done', label: words.checklist.done, text: '' },
		{ value: 'none', label: words.checklist.none, text: '' }
	];
	const radios = [
		...(kind === 'checklist' ? listed : graded),
		{ value: 'unknown', label: words.question.unknown, text: words.question.unknownHint },
		...(allowsNotApplicable ? [{ value: 'na', label: words.question.na, text: '' }] : [])
	];
	const boxes = (question.elements ?? []).map(
		(element) =>
			`<label><input type="checkbox" name="${id}-elements" value="${element.id}">${escape(texts.elements[element.id] ?? '')}</label>`
	);
	const choices = radios.map(
		({ value, label, text }) =>
			`<label><input type="radio" name="${id}" value="${value}">${escape(label)}${text ? `<span>${escape(text)}</span>` : ''}</label>`
	);
	const hint = boxes.length > 0 ? `<p>${escape(words.checklist.legend)}</p>` : '';
	return (
		`<fieldset id="${id}" data-weight="${weight}"><legend>${number}. <b>${escape(texts.short)}</b> ${escape(texts.question)}</legend>` +
		`${hint}${boxes.join('')}${choices.join('')}</fieldset>`
	);
}

/** Writes the page as `index.html` of a folder. @returns the inline script's size in bytes */
export function writeStaticPage(folder: string, language: Language): number {
	const { html, scriptBytes } = makeStaticPage(language);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'index.html'), html);
	return scriptBytes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const folder = join(dirname(process.argv[1]), '.cache', 'static-page');
	const bytes = writeStaticPage(folder, 'en');
	console.log(`${join(folder, 'index.html')}: ${bytes} bytes of inline script`);
}
