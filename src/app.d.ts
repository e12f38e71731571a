import type { Language } from '$lib/core';
import type { Messages } from '$lib/i18n/translator';

declare global {
	namespace App {
		interface Error {
			message: string;
			errorId?: string;
		}
		interface PageData {
			language?: Language;
			/** Namespaces every page has; `messages` are the page's own. */
			common?: Messages;
			messages?: Messages;
		}
	}
}
