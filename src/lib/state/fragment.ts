/** What stands after `#` in an assessment's address; it never reaches a server. */
export interface Fragment {
	/** Id of the assessment, or `sample`. */
	readonly a?: string | null;
	/** Question to go to. */
	readonly q?: string | null;
}

/** Reads a fragment; an in-page link such as `#main` names nothing. */
export function readFragment(hash: string): Required<Fragment> {
	const fields = new URLSearchParams(hash.replace(/^#/, ''));
	return { a: fields.get('a'), q: fields.get('q') };
}

/** @returns the fragment with its `#`, or nothing when nothing is named */
export function writeFragment({ a, q }: Fragment): string {
	const fields = new URLSearchParams({ ...(a && { a }), ...(q && { q }) }).toString();
	return fields && `#${fields}`;
}
