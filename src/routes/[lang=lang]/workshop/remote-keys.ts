const FORWARD = new Set(['ArrowRight', 'PageDown']);
const BACK = new Set(['ArrowLeft', 'PageUp']);
/** Where arrows and paging have a meaning of their own. */
const OWN_KEYS = 'input, select, textarea, [contenteditable], summary, audio, video';

/** What a key of a presenter's remote, or of a keyboard, asks for; `null`: nothing of ours. */
export function remoteKey(event: KeyboardEvent): 'forward' | 'back' | null {
	if (
		event.defaultPrevented ||
		event.repeat ||
		event.altKey ||
		event.ctrlKey ||
		event.metaKey ||
		event.shiftKey
	)
		return null;
	if (event.target instanceof Element && event.target.closest(OWN_KEYS)) return null;
	return FORWARD.has(event.key) ? 'forward' : BACK.has(event.key) ? 'back' : null;
}
