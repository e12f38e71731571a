/** Small settings in localStorage; every access can fail in private modes, and then there is simply no setting. */
const PREFIX = 'plumbline.';

export function readSetting<T>(key: string): T | null {
	try {
		return JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as T | null;
	} catch {
		return null;
	}
}

export function writeSetting(key: string, value: unknown): void {
	try {
		if (value === null) localStorage.removeItem(PREFIX + key);
		else localStorage.setItem(PREFIX + key, JSON.stringify(value));
	} catch {
		// kept for this visit only
	}
}
