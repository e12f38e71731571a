/** Characters that may not start a line: closing punctuation, stops, marks that belong to what stands before. */
const NO_LINE_START = new Set('、。，．：；？！）」』】》〉〕〗〙〛］｝”’…‥・ー々〻ヽヾゝゞ｡､｣,.:;?!)]}%‰°℃');
/** Characters that may not end a line: opening punctuation, signs that belong to what follows. */
const NO_LINE_END = new Set('（「『【《〈〔〖〘〚［｛“‘([{｢$＄￥£€§№#');

/** Whether a line may not start with this character (kinsoku). */
export const isNoLineStart = (character: string): boolean => NO_LINE_START.has(character);
/** Whether a line may not end with this character (kinsoku). */
export const isNoLineEnd = (character: string): boolean => NO_LINE_END.has(character);

/** Whether a code point is a Han character, radicals and compatibility forms included. */
export function isHan(codePoint: number): boolean {
	if (codePoint < 0x2e80) return false;
	return (
		(codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
		(codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
		(codePoint >= 0x20000 && codePoint <= 0x3ffff) ||
		(codePoint >= 0xf900 && codePoint <= 0xfaff) ||
		(codePoint >= 0x2e80 && codePoint <= 0x2fdf) ||
		codePoint === 0x3005 ||
		codePoint === 0x3007
	);
}

const LETTER_OR_DIGIT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u;

/** Whether a code point is a letter or digit that gets a gap beside a Han character. */
export function isLatinOrDigit(codePoint: number): boolean {
	if (codePoint < 0x80) {
		const lower = codePoint | 0x20;
		return (lower >= 0x61 && lower <= 0x7a) || (codePoint >= 0x30 && codePoint <= 0x39);
	}
	// Full-width letters and digits stand in a square of their own like Han characters.
	return codePoint < 0x2e80 && LETTER_OR_DIGIT.test(String.fromCodePoint(codePoint));
}

/** Whether a text character belongs to East Asian typesetting: Han, or CJK and full-width punctuation. */
export function isEastAsian(codePoint: number): boolean {
	return (
		isHan(codePoint) ||
		(codePoint >= 0x3000 && codePoint <= 0x30ff) ||
		(codePoint >= 0xff00 && codePoint <= 0xff65)
	);
}

/** Space that may stand, unseen, at the end of a line. The no-break space is none of them. */
export const isBreakableSpace = (codePoint: number): boolean =>
	codePoint === 0x20 ||
	codePoint === 0x3000 ||
	(codePoint >= 0x2000 && codePoint <= 0x200b && codePoint !== 0x2007);
