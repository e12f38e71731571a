import { sectionsOf } from '../../src/lib/core/index.ts';
import { listQuestionnaires } from '../../src/lib/server/questionnaire-files.ts';
import { stepsOf } from '../../src/lib/state/steps.ts';
import { content, QUESTIONNAIRE } from './words.ts';

const SHIPPED = listQuestionnaires();

/** Pages that belong to nobody's assessment, below the language. */
export const PUBLIC_PAGES = [
	'',
	'questionnaires/',
	...SHIPPED.map((id) => `questionnaires/${id}/`),
	`questionnaires/${QUESTIONNAIRE}/rehearsal/`,
	'training/',
	'training/bank-chatbot/',
	'sample/',
	'assessments/',
	'about/',
	...['', 'host/', 'join/', 'screen/', 'compare/'].map((path) => `workshop/${path}`),
	'crosswalk/',
	'glossary/',
	'sources/',
	'privacy/',
	'accessibility/',
	'content-error/',
	'check/'
];

const OWN = ['details', 'scope', 'results', 'plan', 'report', 'crosswalk', 'dossier'] as const;
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

/** The pages of an assessment of every other questionnaire: each page that it has, and its first section. */
export const OTHER_PAGES = SHIPPED.filter((id) => id !== QUESTIONNAIRE).flatMap((id) => {
	const other = content('en', id).structure;
	const first = sectionsOf(other, 'full')[0]?.id ?? '';
	return stepsOf(other).map((step) => `assessment/${id}/${step === 'questions' ? `full/${first}` : step}/`);
});
