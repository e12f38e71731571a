import type { CompiledQuestionnaire } from '../core/questionnaire/compile.ts';
import type { scoreJson } from './score.ts';

type ScoreJson = ReturnType<typeof scoreJson>;

/** The score for a person at a terminal, in English; programs read `--json`. */
export function scoreText(result: ScoreJson, { frame }: CompiledQuestionnaire): string {
	const level = (value: number | null) =>
		value === null ? 'no level' : (frame.levels.find((l) => l.level === value)?.label.en ?? '');
	const lines: string[] = [];
	if (result.score && result.high) {
		const range =
			result.open > 0 ? ` (range ${result.low?.value}–${result.high.value}, ${result.open} open)` : '';
		lines.push(
			`${result.selection}: ${result.score.value}${range}, level ${result.level} ${level(result.level)}`
		);
	} else lines.push(`${result.selection}: no overall score (${result.reason})`);
	for (const { id, short } of frame.principles) {
		const group = result.principles[id];
		if (group)
			lines.push(
				`  ${short.en}: ${group.points} of ${group.max} points = ${group.score?.value ?? '–'}, level ${group.level ?? '–'}, target ${group.target}`
			);
	}
	lines.push(`exposure: ${result.tier.tier} (row ${result.tier.row})`);
	lines.push(`gaps: ${result.gaps.length}`);
	for (const gap of result.gaps.slice(0, 10))
		lines.push(`  ${gap.priority.padEnd(8)} ${gap.question}  +${gap.gain}`);
	return lines.join('\n');
}
