import { Hosting, joinRoom, openRoom, type Key } from '../../src/lib/client/room/index.ts';

export const ITEMS = 20;

export interface Bench {
	readonly hosting: Hosting;
	readonly people: readonly Key[];
}

/** A room with open questions and so many participants; `bases`: they join and answer through these in turn. */
export async function makeRoom(bases: readonly string[], count: number): Promise<Bench> {
	const base = bases[0]!;
	const key = await openRoom(
		{
			questionnaire: { id: 'bench', version: '1' },
			items: Array.from({ length: ITEMS }, (_, index) => ({
				question: `q-${index}`,
				kind: 'graded' as const
			})),
			languages: ['en'],
			roles: [],
			pace: 'own'
		},
		base
	);
	const hosting = new Hosting(key, base);
	for (const item of Array(ITEMS).keys()) await hosting.question(item, 'open');
	const { secret } = (await hosting.read()).entry;
	const people: Key[] = [];
	while (people.length < count)
		people.push(
			...(await Promise.all(
				Array.from({ length: Math.min(64, count - people.length) }, (_, index) =>
					joinRoom({ secret }, null, undefined, bases[index % bases.length])
				)
			))
		);
	return { hosting, people };
}
