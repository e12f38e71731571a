import type { Level } from '../questionnaire/types.ts';
import { BAND_FLOORS, type Cap } from '../scoring/levels.ts';
import type { GroupScore } from '../scoring/score-assessment.ts';

/** What stands between a group and its next level. */
export interface NextLevel {
	readonly level: Level;
	/** Points still missing for the band of that level; 0 when only caps stand in the way. */
	readonly pointsMissing: number;
	readonly caps: readonly Cap[];
}

/** @returns `null` when the group has no level or is at the highest one */
export function nextLevel(group: GroupScore): NextLevel | null {
	if (group.level === null || group.level === 3) return null;
	const level = (group.level + 1) as Level;
	// Smallest whole N with 100·N ÷ max ≥ floor of the band.
	const needed = Math.ceil((BAND_FLOORS[level] * group.max) / 100);
	return {
		level,
		pointsMissing: Math.max(0, needed - group.points),
		caps: group.caps.filter((cap) => cap.level < level)
	};
}
