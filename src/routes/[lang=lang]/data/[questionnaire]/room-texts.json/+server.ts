import { json } from '@sveltejs/kit';
import { textsOf } from '$lib/core/questionnaire/texts-of.ts';
import { roomTextsOf } from '$lib/core/room/texts.ts';
import { pageLanguage } from '$lib/server/page-language.ts';
import { entriesWhere, loadWhere } from '$lib/server/step-entries.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => entriesWhere();

/** What a room shows of a questionnaire, in one language; phones fetch it over the network of a hall. */
export const GET: RequestHandler = ({ params }) => {
	const compiled = loadWhere(params.questionnaire);
	return json(roomTextsOf(compiled.structure, textsOf(compiled, pageLanguage(params.lang))));
};
