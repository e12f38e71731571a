// Runs in every measured document before its own scripts; the harness reads `__bench`. No `eval`: the product's content
// security policy forbids it.
(() => {
	if (window.__bench || window !== top) return;
	const bench = (window.__bench = {
		fcp: 0,
		cls: 0,
		shifts: [],
		longTasks: [],
		usable: null,
		hydrated: null
	});
	const observe = (type, visit) =>
		new PerformanceObserver((list) => list.getEntries().forEach(visit)).observe({ type, buffered: true });
	observe('paint', (entry) => {
		if (entry.name === 'first-contentful-paint') bench.fcp = entry.startTime;
	});
	observe('longtask', ({ startTime, duration }) => bench.longTasks.push([startTime, duration]));

	// Layout shift as Chrome's report counts it: the worst window of shifts at most 1 s apart and 5 s long.
	const nameOf = (node) =>
		node?.nodeType === 1
			? `${node.localName}${node.id ? `#${node.id}` : ''}.${node.className}`
			: String(node?.nodeName);
	let first = 0;
	let last = 0;
	let total = 0;
	observe('layout-shift', (entry) => {
		if (entry.hadRecentInput) return;
		if (total && entry.startTime - last < 1000 && entry.startTime - first < 5000) total += entry.value;
		else [first, total] = [entry.startTime, entry.value];
		last = entry.startTime;
		bench.cls = Math.max(bench.cls, total);
		bench.shifts.push([
			Math.round(entry.startTime),
			entry.value,
			...entry.sources.slice(0, 3).map(({ node }) => nameOf(node))
		]);
	});

	const shown = (element) => {
		const { width, height } = element.getBoundingClientRect();
		return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden';
	};
	const find = (selector) => [...document.querySelectorAll(selector)].find(shown);
	/** Inside a frame's callback: the first task after that frame was painted. */
	const afterThisFrame = (then) => {
		const channel = new MessageChannel();
		channel.port1.onmessage = () => then(performance.now());
		channel.port2.postMessage(0);
	};

	/** Notes when a control is there and painted (`usable`), and when the page's own mark of hydration is set. */
	bench.watch = (control) => {
		const lookForControl = () => {
			if (find(control)) afterThisFrame((time) => (bench.usable = time));
			else requestAnimationFrame(lookForControl);
		};
		requestAnimationFrame(lookForControl);
		const marked = new MutationObserver(() => {
			if (document.documentElement?.dataset.ready !== 'true') return;
			bench.hydrated = performance.now();
			marked.disconnect();
		});
		marked.observe(document, { attributes: true, attributeFilter: ['data-ready'], subtree: true });
	};

	/** Makes the next trusted click resolve `clicked` to ms until the next paint, or until something is there and painted. */
	bench.arm = (until) => {
		bench.clicked = new Promise((done) => {
			const clicked = ({ timeStamp }) => {
				const look = () => {
					if (!until || find(until)) afterThisFrame((time) => done(time - timeStamp));
					else if (performance.now() - timeStamp > 60_000) done(-1);
					else requestAnimationFrame(look);
				};
				requestAnimationFrame(look);
			};
			addEventListener('click', clicked, { capture: true, once: true });
		});
	};

	// Asked here rather than through the driver's selectors, whose own code would weigh more than the page's in the heap.
	const inputOf = ({ name, value }) => `input[name="${name}"][value="${value}"]`;
	bench.isChecked = (control) => document.querySelector(inputOf(control))?.checked ?? false;
	/** Values of the controls of one name that are shown. */
	bench.valuesOf = (name) =>
		[...document.querySelectorAll(`input[name="${name}"]`)]
			.filter((input) => input.checkVisibility())
			.map(({ value }) => value);

	/** Brings an element into view. @returns where to click, in screen pixels, or `null` when it is not there or is covered */
	bench.aim = async (selector) => {
		const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		for (let tries = 0; tries < 60; tries++) {
			const element = find(selector);
			await frames();
			if (!element) continue;
			const { top, bottom } = element.getBoundingClientRect();
			if (top < 100 || bottom > innerHeight - 100)
				element.scrollIntoView({ block: 'center', behavior: 'instant' });
			await frames();
			const box = element.getBoundingClientRect();
			const x = box.left + Math.min(box.width / 2, 60);
			const y = box.top + box.height / 2;
			const hit = document.elementFromPoint(x, y);
			if (hit && (element.contains(hit) || hit.contains(element))) return { x, y };
		}
		return null;
	};
})();
