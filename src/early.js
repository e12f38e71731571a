// Runs before anything else, inside the page (allowed by its hash in the content security policy), so that the
// page is usable before the app's scripts have arrived. Kept small and free of dependencies on purpose.
(function () {
	var root = document.documentElement;
	function read(key) {
		try {
			return JSON.parse(localStorage.getItem(key) || 'null');
		} catch {
			return null;
		}
	}
	var theme = read('plumbline.theme');
	if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

	// Every choice made before the app is ready is written down at once; the app takes it over (state/early.ts).
	var early = (window.__plumblineEarly = { ready: false, choices: [] });
	document.addEventListener('change', function (event) {
		var input = event.target;
		if (early.ready || !input.dataset || !input.dataset.record) return;
		early.choices.push({ key: input.dataset.record, value: input.value, checked: input.checked });
		try {
			localStorage.setItem('plumbline.early', JSON.stringify({ path: location.pathname, hash: location.hash, choices: early.choices }));
		} catch {
			// no storage: the list in memory is still taken over
		}
	});

	// What a returning person sees first: questions out of scope stay hidden and answers are shown before the app is there.
	var view = read('plumbline.view');
	var id = new URLSearchParams(location.hash.slice(1)).get('a');
	if (!view || (id && id !== view.id) || location.pathname.indexOf('/' + view.questionnaire + '/') < 0) return;
	document.addEventListener('DOMContentLoaded', function () {
		if (early.ready) return;
		view.out.forEach(function (question) {
			var item = document.getElementById('item-' + question);
			if (item) item.hidden = true;
		});
		document.querySelectorAll('input[data-record]').forEach(function (input) {
			var answer = view.answers[input.dataset.record];
			if (answer !== undefined) input.checked = [].concat(answer).indexOf(input.value) >= 0;
		});
	});
})();
