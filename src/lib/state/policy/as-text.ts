import type { OutlineDocument } from './outline-document.ts';

/** @returns plain text, with Windows line ends so that every editor shows the lines */
export function outlineAsText({ title, subject, notes, sections }: OutlineDocument): string {
	const lines = [title, subject, '', ...notes];
	for (const section of sections) {
		lines.push('', '', section.title.toLocaleUpperCase());
		for (const part of section.parts) {
			lines.push('', part.title);
			for (const { text, about } of part.points) lines.push('', `- ${text}`, `  (${about})`);
		}
	}
	return `${lines.join('\r\n')}\r\n`;
}

/** Characters that Markdown would read as marks; placeholders in square brackets stay as they are to read. */
function escaped(text: string): string {
	return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, '$1\\$2');
}

export function outlineAsMarkdown({ title, subject, notes, sections }: OutlineDocument): string {
	const lines = [
		`# ${escaped(title)}`,
		'',
		escaped(subject),
		...notes.flatMap((note) => ['', `> ${escaped(note)}`])
	];
	for (const section of sections) {
		lines.push('', `## ${escaped(section.title)}`);
		for (const part of section.parts) {
			lines.push('', `### ${escaped(part.title)}`, '');
			for (const { text, about } of part.points) lines.push(`- ${escaped(text)}  `, `  *${escaped(about)}*`);
		}
	}
	return `${lines.join('\n')}\n`;
}
