import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

/** Every address that no other route knows: the error page then stands in the language of the address. */
export const prerender = false;

export const load: PageLoad = () => {
	error(404);
};
