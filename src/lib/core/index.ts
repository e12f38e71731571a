/**
 * The public surface of core. It never reads a file, a clock or a language setting. Schemas and the compiler are
 * not re-exported here, so that zod and yaml stay out of the pages that only score.
 */
export * from './languages.ts';
export * from './issues.ts';
export * from './hong-kong-time.ts';
export type * from './questionnaire/types.ts';
export type * from './questionnaire/texts.ts';
export * from './questionnaire/rule.ts';
export * from './questionnaire/scope.ts';
export * from './questionnaire/duty.ts';
export * from './assessment/types.ts';
export * from './assessment/answer-state.ts';
export * from './assessment/create.ts';
export * from './assessment/inherit.ts';
export * from './assessment/progress.ts';
export * from './scoring/fraction.ts';
export * from './scoring/levels.ts';
export * from './scoring/points.ts';
export * from './scoring/score-assessment.ts';
export * from './scoring/readings.ts';
export * from './scoring/lenses.ts';
export * from './scoring/exposure.ts';
export * from './dossier/dossier-fields.ts';
export * from './evidence/evidence-cover.ts';
export * from './gaps/find-gaps.ts';
export type * from './hints/types.ts';
export type * from './glossary/types.ts';
export type * from './crosswalk/types.ts';
export * from './crosswalk/score-area.ts';
export * from './hints/find-hints.ts';
export * from './gaps/next-level.ts';
export * from './gaps/habits.ts';
export * from './gaps/policy-outline.ts';
