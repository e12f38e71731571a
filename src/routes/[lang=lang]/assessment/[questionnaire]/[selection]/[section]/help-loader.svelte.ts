import type { SectionHelp } from './section-texts.ts';

/** Fetches what opens on request in a section: soon after the page has started, or when somebody asks for it. */
export class HelpLoader {
	#help = $state.raw<SectionHelp | null>(null);
	#failed = $state(false);
	#address = '';

	/** `null` until it is there. */
	get help(): SectionHelp | null {
		return this.#help;
	}
	/** It could not be fetched; opening something tries again. */
	get failed(): boolean {
		return this.#failed;
	}

	/** @param address - folder of the section's page, with its slash; another one replaces what was there */
	async load(address: string): Promise<void> {
		if (address === this.#address && !this.#failed) return;
		if (address !== this.#address) this.#help = null;
		this.#address = address;
		this.#failed = false;
		try {
			const answer = await fetch(`${address}help.json`, { priority: 'low' });
			if (!answer.ok) throw new Error(answer.statusText);
			const help = (await answer.json()) as SectionHelp;
			if (address === this.#address) this.#help = help;
		} catch {
			if (address === this.#address) this.#failed = true;
		}
	}
}
