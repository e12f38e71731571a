// The short address of a workshop (/join/#secret) leads to the page in the reader's own language, ahead of the first paint.
(function () {
	var language = null;
	try {
		language = JSON.parse(localStorage.getItem('plumbline.language') || 'null');
	} catch {
		// then the browser's own languages decide
	}
	if (!/^(en|zh-Hant|zh-Hans)$/.test(language)) {
		var first = (navigator.languages || [navigator.language || 'en']).find(function (tag) {
			return /^(en|zh|yue)\b/i.test(tag);
		});
		if (!first || /^en/i.test(first)) language = 'en';
		else language = /^yue|hant|-(hk|tw|mo)\b/i.test(first) && !/hans/i.test(first) ? 'zh-hant' : 'zh-hans';
	}
	location.replace('/' + language.toLowerCase() + '/workshop/join/' + location.hash);
})();
