export { createFetchSource, fetchManifest } from './fetch-source.ts';
export { createFontStack } from './font-stack.ts';
export { FontError, type FontErrorCode } from './errors.ts';
export type {
	FaceId,
	FaceMetrics,
	FontLanguage,
	FontManifest,
	FontSource,
	FontStack,
	FontSubset,
	GlyphRun,
	PrepareOptions,
	Weight
} from './types.ts';
export { missingCharacters } from './missing.ts';
