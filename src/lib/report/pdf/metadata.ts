import type { DocumentInfo, ReportLanguage } from '../blocks.ts';
import { cleanText } from '../text/clean.ts';

/** Same as in the document information dictionary, or the two would contradict each other. */
export const PRODUCER = 'jsPDF 4.2.1';
/** Marks our own files. */
export const CREATOR_TOOL = 'Plumbline';

/**
 * The document's metadata (XMP), which names the standards whose shape it has: ISO 14289-1 (PDF/UA-1) and ISO 19005-3,
 * level A (PDF/A-3a). The key of the former is unknown to the latter, so its schema comes along.
 */
export function xmpPacket(info: DocumentInfo, languages: readonly ReportLanguage[]): string {
	const [language] = languages;
	const title = escaped(info.title);
	const date = isoDate(info.created);
	const lines = [
		'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
		'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
		'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
		'<dc:format>application/pdf</dc:format>',
		`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li><rdf:li xml:lang="${language}">${title}</rdf:li></rdf:Alt></dc:title>`,
		...(info.author
			? [`<dc:creator><rdf:Seq><rdf:li>${escaped(info.author)}</rdf:li></rdf:Seq></dc:creator>`]
			: []),
		...(info.subject
			? [
					`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(info.subject)}</rdf:li></rdf:Alt></dc:description>`
				]
			: []),
		`<dc:language><rdf:Bag>${languages.map((one) => `<rdf:li>${one}</rdf:li>`).join('')}</rdf:Bag></dc:language>`,
		`<xmp:CreateDate>${date}</xmp:CreateDate><xmp:MetadataDate>${date}</xmp:MetadataDate>`,
		`<xmp:CreatorTool>${CREATOR_TOOL}</xmp:CreatorTool><pdf:Producer>${PRODUCER}</pdf:Producer>`,
		...(info.keywords ? [`<pdf:Keywords>${escaped(info.keywords)}</pdf:Keywords>`] : []),
		'<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>',
		'</rdf:Description>',
		EXTENSION_SCHEMA,
		'</rdf:RDF></x:xmpmeta>',
		'<?xpacket end="r"?>'
	];
	return lines.join('\n');
}

/** Describes `pdfuaid` to readers of PDF/A. Source: ISO 19005-3, 6.6.2.3. */
const EXTENSION_SCHEMA = [
	'<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
	'<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
	'<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
	'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>',
	'</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>'
].join('\n');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string =>
	cleanText(text).replace(/[&<>"]/g, (character) => ENTITIES[character]!);

/** `D:20260714093000+08'00'` → `2026-07-14T09:30:00+08:00`. */
function isoDate(date: string): string {
	const [, year, month, day, hour, minute, second, zone, minutes] =
		/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)'(\d\d)'/.exec(date) ?? [];
	return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}:${minutes}`;
}
