// The language choice sends back whoever has chosen before, ahead of the first paint.
(function () {
	try {
		var language = JSON.parse(localStorage.getItem('plumbline.language') || 'null');
		if (/^(en|zh-Hant|zh-Hans)$/.test(language)) location.replace('/' + language.toLowerCase() + '/');
	} catch {
		// without storage the choice is shown every time
	}
})();
