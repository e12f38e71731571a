/** Longest wait for a frame, in ms: a page that is not in sight gets none. */
const NO_FRAME_MS = 100;

/**
 * Does some work after the next frame is on the screen, so that what was clicked shows first; at once where there
 * are no frames.
 */
export function afterPaint(work: () => void): void {
	if (typeof requestAnimationFrame === 'undefined') return work();
	let done = false;
	const once = () => {
		if (done) return;
		done = true;
		work();
	};
	// A timer set inside the frame's callback runs once the frame has been handed over.
	requestAnimationFrame(() => setTimeout(once));
	setTimeout(once, NO_FRAME_MS);
}
