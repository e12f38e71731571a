import { rememberStructures } from '$lib/client/questionnaire-structure.ts';
import type { Language } from '$lib/core/languages.ts';
import { loadIssueMessages, type IssueText } from '$lib/i18n/issue-messages.ts';
import { getTranslator } from '$lib/i18n/context.ts';
import type { ReportCheck } from '$lib/state/check-report.ts';

type Checked = Extract<ReportCheck, { kind: 'checked' }>;

/** Most reports are of this questionnaire: its structure is fetched before anybody asks. */
const USUAL = 'ai-privacy';

/** Checking one report after another; nothing is stored, nothing is sent. */
export class ReportChecking {
	message = $state('');
	tone = $state<'' | 'good' | 'warning'>('');
	problems = $state.raw<readonly IssueText[]>([]);
	result = $state.raw<Checked | null>(null);
	name = $state('');

	readonly #language: () => Language;
	readonly #i18n = getTranslator();
	readonly #structure = rememberStructures();

	constructor(language: () => Language) {
		this.#language = language;
	}

	/** Fetches everything that a check needs; when that fails, the check tries again. */
	async prepare(): Promise<void> {
		await Promise.allSettled([
			import('$lib/state/check-report.ts'),
			loadIssueMessages(this.#language()),
			this.#structure(USUAL)
		]);
	}

	async check(file: File): Promise<void> {
		const { t } = this.#i18n;
		this.result = null;
		this.problems = [];
		this.name = file.name;
		this.#say(t('check:reading'));
		try {
			const { checkReport } = await import('$lib/state/check-report.ts');
			const bytes = new Uint8Array(await file.arrayBuffer());
			const found = await checkReport(bytes, this.#structure);
			if (found.kind === 'bad') {
				const inWords = await loadIssueMessages(this.#language());
				this.problems = found.issues.map(inWords);
				return this.#say(t('check:bad'), 'warning');
			}
			this.result = found;
			const sound = found.unchanged && found.sameScore !== false;
			this.#say(t(this.#verdict(found)), sound ? 'good' : 'warning');
		} catch (error) {
			this.#say(t(error instanceof DOMException ? 'check:unreadable' : 'check:offline'), 'warning');
		}
	}

	#verdict({ unchanged, sameScore }: Checked): string {
		if (!unchanged) return 'check:verdict.changed';
		if (sameScore === false) return 'check:verdict.otherScore';
		return sameScore === null ? 'check:verdict.unchangedOnly' : 'check:verdict.unchanged';
	}

	#say(text: string, tone: typeof this.tone = ''): void {
		this.message = text;
		this.tone = tone;
	}
}
