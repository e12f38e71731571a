// Runs before anything else, inside the page (allowed by its hash in the content security policy), so that the
// page is usable before the app's scripts have arrived. Kept small and free of dependencies on purpose.
(function () {
	var root = document.documentElement;
	function read(key) {
		try {
			return JSON.parse(localStorage.getItem('plumbline.' + key) || 'null');
		} catch {
			return null;
		}
	}
	function all(selector, visit) {
		document.querySelectorAll(selector).forEach(visit);
	}
	var theme = read('theme');
	if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

	// Every choice made before the app is ready is written down at once; the app takes it over (state/early.ts).
	var early = (window.__plumblineEarly = { ready: false, choices: [] });
	var kept = read('early');
	if (kept && kept.path === location.pathname && kept.hash === location.hash && Array.isArray(kept.choices))
		early.choices = kept.choices;
	document.addEventListener('input', function (event) {
		var input = event.target;
		if (early.ready || !input.dataset || !input.dataset.record) return;
		var choice = { key: input.dataset.record, value: input.value, checked: !!input.checked };
		var last = early.choices[early.choices.length - 1];
		// Typed text and radios replace what the same control said before.
		if (
			last &&
			last.key === choice.key &&
			input.type !== 'checkbox' &&
			(input.type !== 'radio' || last.radio)
		)
			early.choices.pop();
		if (input.type === 'radio') choice.radio = true;
		early.choices.push(choice);
		try {
			localStorage.setItem(
				'plumbline.early',
				JSON.stringify({ path: location.pathname, hash: location.hash, choices: early.choices })
			);
		} catch {
			// no storage: the list in memory is still taken over
		}
	});

	if (location.pathname.indexOf('/assessment/') > 0) root.dataset.assessment = '';

	// What a returning person sees first: questions out of scope stay hidden and answers are shown before the app is there.
	var id = new URLSearchParams(location.hash.slice(1)).get('a');
	if (id === 'sample') root.dataset.sample = '';
	var view = read('view');
	if (view && location.pathname.indexOf('/' + view.questionnaire + '/') < 0) view = null;
	if (view && !id) {
		try {
			id = sessionStorage.getItem('plumbline.current.' + view.questionnaire);
		} catch {
			// then the current one of all tabs is meant
		}
		id = id || read('current.' + view.questionnaire);
	}
	if (view && view.id !== id) view = null;
	// Some questions ask a whole organisation with other texts than those in the page: they wait for the app.
	if (view && String(view.answers['details:unit']) === 'organisation') root.dataset.unit = 'organisation';
	if (!view && !early.choices.length) return;
	document.addEventListener('DOMContentLoaded', function () {
		if (early.ready) return;
		if (view) {
			view.out.forEach(function (question) {
				var item = document.getElementById('item-' + question);
				if (item) item.hidden = true;
			});
			all('input[data-record]:is([type=radio], [type=checkbox])', function (input) {
				var values = view.answers[input.dataset.record];
				if (values) input.checked = values.indexOf(input.value) >= 0;
			});
		}
		// Made before this moment, on this visit or on one that ended too early: newer than what is remembered.
		early.choices.forEach(function (choice) {
			all('input[data-record="' + CSS.escape(choice.key) + '"]', function (input) {
				if (input.type !== 'radio' && input.type !== 'checkbox') input.value = choice.value;
				else if (input.value === choice.value) input.checked = choice.checked;
			});
		});
	});
})();
