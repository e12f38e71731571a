import { cleanup, render } from '@testing-library/svelte';
import axe from 'axe-core';
import type { Component } from 'svelte';
import { afterEach, expect } from 'vitest';
import { createPlainTranslator } from '../../src/lib/i18n/plain-translator.ts';
import type { Language } from '../../src/lib/core/index.ts';
import type { AssessmentSession } from '../../src/lib/state/assessment-session.svelte.ts';
import InApp from './InApp.svelte';

const files = import.meta.glob<Record<string, unknown>>('../../src/lib/i18n/locales/*/*.json', {
	eager: true,
	import: 'default'
});

/** All messages of a language, so that a component finds its own whatever page it stands on. */
function messagesOf(language: Language) {
	return Object.fromEntries(
		Object.entries(files)
			.filter(([path]) => path.includes(`/${language}/`))
			.map(([path, messages]) => [path.replace(/^.*\/|\.json$/g, ''), messages])
	);
}

// One example must not find what another one rendered.
afterEach(() => {
	cleanup();
	document.body.replaceChildren();
});

interface Surroundings {
	readonly session?: AssessmentSession;
	readonly language?: Language;
	/** Element around the component, where it is only part of one: `ol` for a list item. */
	readonly inside?: string;
}

/** Renders a component as the layouts do: with words, a session and a live region (`said` collects what it says). */
export function renderInApp<Props extends Record<string, unknown>>(
	component: Component<Props>,
	props: Props,
	{ session, language = 'en', inside = 'div' }: Surroundings = {}
) {
	const said: string[] = [];
	const result = render(InApp, {
		target: document.body.appendChild(document.createElement(inside)),
		props: {
			component: component as never,
			props: props as never,
			translator: createPlainTranslator(language, messagesOf(language)),
			session: session ?? null,
			announce: (message: string) => void said.push(message)
		}
	});
	return { ...result, said };
}

/** Fails on anything that axe finds; jsdom has no layout, so colours are checked in the browser tests. */
export async function expectAccessible(container: Element): Promise<void> {
	const { violations } = await axe.run(container, {
		rules: { 'color-contrast': { enabled: false }, region: { enabled: false } }
	});
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
