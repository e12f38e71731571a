import { FontError } from './errors.ts';

/**
 * @param bytes a gzip file, or its content where a server has already inflated it (some do that for every name in `.gz`)
 * @throws {FontError} `font_file_damaged` when the gzip data is broken or cut short
 */
export async function inflate(bytes: Uint8Array, file: string): Promise<Uint8Array> {
	if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
	try {
		const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
			.stream()
			.pipeThrough(new DecompressionStream('gzip'));
		return new Uint8Array(await new Response(stream).arrayBuffer());
	} catch (cause) {
		throw new FontError('font_file_damaged', `Font file "${file}" cannot be used: its gzip data is broken.`, {
			cause
		});
	}
}
