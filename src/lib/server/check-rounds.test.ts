import { expect, test } from 'vitest';
import { readCheckRegister } from './check-register.ts';
import { checkRounds } from './check-rounds.ts';
import { loadQuestionnaire } from './questionnaire-files.ts';

const { structure } = loadQuestionnaire('ai-privacy');
const register = readCheckRegister('ai-privacy');

test('three rounds are told of, newest first, from claims whose source was seen', () => {
	const rounds = checkRounds(structure, register);
	expect(rounds.map(({ year }) => year)).toEqual([2026, 2025, 2024]);
	for (const { document, claims, themes } of rounds) {
		expect(register.documents.has(document)).toBe(true);
		expect(claims.length).toBeGreaterThan(0);
		for (const id of [...claims, ...themes.flatMap(({ figures }) => figures)])
			expect(register.claims.get(id)?.status, id).toMatch(/^SEEN/);
	}
});

test('a round without an established count for a theme says so, and an inference is no finding', () => {
	const [newest, , oldest] = checkRounds(structure, register);
	expect(oldest?.themes).toEqual([]);
	expect(oldest?.notEstablished).toHaveLength(structure.themes.length);
	expect(newest?.notEstablished).toEqual(['use-retention', 'monitoring', 'communication']);
	expect(JSON.stringify(newest)).not.toContain('CC26-F14');
});

test('a count that is only remembered is not established', () => {
	const security = register.claims.get('CC26-F9');
	if (!security) throw new Error('The register has no CC26-F9.');
	const claims = new Map(register.claims).set('CC26-F9', { ...security, status: 'MEM' });
	const [newest] = checkRounds(structure, { claims });
	expect(newest?.themes.flatMap(({ figures }) => figures)).not.toContain('CC26-F9');
});
