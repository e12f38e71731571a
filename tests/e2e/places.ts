import { sectionsOf } from '../../src/lib/core/index.ts';
import { content, QUESTIONNAIRE } from './words.ts';

/** Pages that belong to nobody's assessment, below the language. */
export const PUBLIC_PAGES = [
	'',
	`questionnaires/${QUESTIONNAIRE}/`,
	`questionnaires/${QUESTIONNAIRE}/rehearsal/`,
	'training/',
	'training/bank-chatbot/',
	'sample/',
	'about/',
	'privacy/',
	'accessibility/',
	'content-error/'
] as const;

const OWN = ['details', 'scope', 'results', 'plan', 'report', 'dossier'] as const;
const base = `assessment/${QUESTIONNAIRE}/`;
const { structure } = content('en');

/** Every page of answering: each section of each selection. */
export const SECTION_PAGES = structure.selections.flatMap(({ id: selection }) =>
	sectionsOf(structure, selection).map(({ id }) => `${base}${selection}/${id}/`)
);
/** The first section of each selection; the rehearsal's has an introduction. */
export const FIRST_SECTIONS = structure.selections.map(
	({ id }) => SECTION_PAGES.find((path) => path.startsWith(`${base}${id}/`)) ?? ''
);
/** Together they ask every question. */
export const FULL_SECTIONS = SECTION_PAGES.filter((path) => path.startsWith(`${base}full/`));
/** The pages of an assessment apart from its questions. */
export const OWN_PAGES = OWN.map((step) => `${base}${step}/`);
export const SAMPLE = '#a=sample';
/** An address that names an assessment of another device, and one that names nothing. */
export const NOWHERE = [`${base}results/#a=not-on-this-device`, 'no-such-page/'] as const;
