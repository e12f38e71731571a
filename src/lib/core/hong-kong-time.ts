/** Hong Kong has kept UTC+8 without summer time since 1979. Source: IANA time zone database, Asia/Hong_Kong. */
const HONG_KONG_OFFSET_MS = 8 * 60 * 60 * 1000;

/** @returns the same moment as a local time of Hong Kong, `2026-11-23T17:45:19`, on any machine */
export function hongKongTime(iso: string): string {
	return new Date(Date.parse(iso) + HONG_KONG_OFFSET_MS).toISOString().slice(0, 19);
}
