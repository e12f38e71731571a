import type { LinkTarget } from '../blocks.ts';
import type { LinkArea } from '../layout/canvas.ts';
import type { Anchor } from '../layout/lay-out-document.ts';
import { hexText, literal, num } from './syntax.ts';

/** Space left above a place that a link leads to, in pt. */
const DESTINATION_MARGIN = 8;
/** Anything else in a source's address stays plain text: nobody should be able to send a `javascript:` link. */
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:)/i;

/** The places of a document that can be led to. */
export interface Places {
	readonly anchors: ReadonlyMap<string, Anchor>;
	/** Object number of a page, from 1. */
	readonly pageObject: (page: number) => number;
	/** Of every page, in pt. */
	readonly pageHeight: number;
}

/** Explicit destination: the page with the anchor's top at the window's top. */
export function destination(anchor: Anchor, { pageObject, pageHeight }: Places): string {
	const y = Math.min(pageHeight, pageHeight - anchor.y + DESTINATION_MARGIN);
	return `[${pageObject(anchor.page)} 0 R /XYZ 0 ${num(y)} null]`;
}

/**
 * Writes a link as an annotation without a border.
 *
 * @param structParent - its key in the parent tree
 * @returns `null` when the link leads nowhere, or to an address that is not for reading or writing mail
 */
export function linkAnnotation(area: LinkArea, places: Places, structParent: number): string | null {
	const action = actionOf(area.target, places);
	if (!action) return null;
	const bottom = places.pageHeight - area.y - area.height;
	const corners = [area.x, bottom, area.x + area.width, bottom + area.height].map(num).join(' ');
	const said = `/StructParent ${structParent}/Contents${hexText(area.description)}`;
	return `<</Type/Annot/Subtype/Link/Rect[${corners}]/Border[0 0 0]/F 4${said}${action}>>`;
}

/** Whether a link leads anywhere; what does not is no annotation. */
export function leadsSomewhere(target: LinkTarget, anchors: ReadonlyMap<string, Anchor>): boolean {
	return 'url' in target ? SAFE_ADDRESS.test(target.url) : anchors.has(target.anchor);
}

function actionOf(target: LinkTarget, places: Places): string | null {
	if ('url' in target) {
		return SAFE_ADDRESS.test(target.url) ? `/A<</S/URI/URI${literal(asciiAddress(target.url))}>>` : null;
	}
	const anchor = places.anchors.get(target.anchor);
	return anchor ? `/Dest${destination(anchor, places)}` : null;
}

/** Percent-encodes what an address may not hold; what is encoded already stays. */
function asciiAddress(url: string): string {
	return encodeURI(url.toWellFormed()).replaceAll('%25', '%');
}
