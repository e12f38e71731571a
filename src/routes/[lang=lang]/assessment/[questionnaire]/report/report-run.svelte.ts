import type { Translator } from '$lib/i18n/translator.ts';
import type { Announce } from '$lib/state/context.ts';
import type { MadeReport, ReportWish } from '$lib/state/make-report.ts';

/** Failures that go away with the connection. */
const CONNECTION = ['words_unavailable', 'font_file_unavailable', 'worker_failed'];

/** Making one report after another, with what is said meanwhile. */
export class ReportRun {
	working = $state(false);
	/** What is going on, in words. */
	status = $state('');
	/** Why the last report could not be made, with a next step. */
	failure = $state<string | null>(null);
	made = $state.raw<MadeReport | null>(null);
	/** Stands for the choices and answers that `made` was made from. */
	madeFrom = $state.raw<string | null>(null);

	readonly #i18n: Translator;
	readonly #announce: Announce;

	constructor(i18n: Translator, announce: Announce) {
		this.#i18n = i18n;
		this.#announce = announce;
	}

	#say(text: string): void {
		this.status = text;
		this.#announce(text);
	}

	/** @param from - stands for the choices and answers, so that a later change is noticed */
	async start(wish: ReportWish, from: string): Promise<void> {
		const { t } = this.#i18n;
		this.working = true;
		this.failure = null;
		this.made = null;
		this.#say(t('reportPage:make.working'));
		try {
			const { makeReport } = await import('$lib/state/make-report.ts');
			const made = await makeReport(wish, (stage) => (this.status = t(`reportPage:make.${stage}`)));
			this.made = made;
			this.madeFrom = from;
			const size = Math.ceil(made.bytes.length / 1000);
			this.#say(t('reportPage:make.done', { count: made.pages, size }));
		} catch (error) {
			const code = (error as { code?: string }).code ?? 'unexpected';
			this.failure = CONNECTION.includes(code)
				? t('reportPage:failed.connection')
				: t('reportPage:failed.other', { code });
			this.#say(t('reportPage:failed.title'));
		}
		this.working = false;
	}
}
