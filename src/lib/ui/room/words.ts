import { floor, fraction, type Fraction } from '$lib/core/scoring/fraction.ts';
import type { Translator } from '$lib/i18n/translator.ts';

/** Words for what went wrong, each with a next step. */
export function problemText(i18n: Translator, code: string): string {
	return i18n.has(`room:error.${code}`) ? i18n.t(`room:error.${code}`) : i18n.t('room:error.other', { code });
}

/** A role that was named by the host, or one of ours in the reader's language. */
export function roleName(
	i18n: Translator,
	role: { readonly id: string; readonly name?: string | undefined }
) {
	return role.name ?? (i18n.has(`room:roles.${role.id}`) ? i18n.t(`room:roles.${role.id}`) : role.id);
}

/** Rounded down, so that a shown 60 is never flagged for being below 60. */
export function percentOf(share: Fraction): number {
	return floor(fraction(share.n * 100n, share.d));
}

/** Nearest whole percent of a count. */
export function shareText(count: number, of: number): string {
	return of === 0 ? '–' : `${Math.round((100 * count) / of)}%`;
}
