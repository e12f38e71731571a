/** What XML 1.0 cannot hold, escaped or not. Source: https://www.w3.org/TR/xml/#charsets */
// eslint-disable-next-line no-control-regex -- these are the characters meant
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text as the content of an XML element: invisible control characters fall away, lone surrogates become U+FFFD. */
export function xmlText(text: string): string {
	return text
		.toWellFormed()
		.replace(/\r\n?/g, '\n')
		.replace(NOT_XML, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');
}

/** A text as the value of an XML attribute in double quotes. */
export function xmlAttribute(text: string): string {
	return xmlText(text).replaceAll('"', '&quot;');
}
