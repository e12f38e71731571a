/** What the system's commonest refusals mean, and what to do about them. */
const MEANINGS: Readonly<Record<string, string>> = {
	ENOENT: 'no such file or folder. Check the spelling.',
	EISDIR: 'this is a folder. Name a file.',
	ENOTDIR: 'a part of this path is a file, not a folder. Check the spelling.',
	EACCES: 'no permission. Choose another place, or change the permission.',
	EPERM: 'no permission. Choose another place, or change the permission.',
	EROFS: 'the disk takes no changes. Choose another place.',
	ENOSPC: 'the disk is full. Make room, or choose another place.',
	ENAMETOOLONG: 'the name is too long. Choose a shorter one.',
	ERR_STRING_TOO_LONG: 'the file is larger than any assessment. Choose another file.',
	ERR_FS_FILE_TOO_LARGE: 'the file is larger than any assessment. Choose another file.'
};

/** One line about a file that could not be read or written: `path: what is wrong and what to do`. */
export function describeFileError(path: string, error: unknown): string {
	if (!(error instanceof Error)) return `${path}: ${String(error)}`;
	const meaning = 'code' in error && MEANINGS[String(error.code)];
	if (meaning) return `${path}: ${meaning}`;
	// Our own errors name the file already.
	return 'code' in error ? `${path}: ${error.message}` : error.message;
}
