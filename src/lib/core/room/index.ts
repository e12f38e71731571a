/** The rules of a live room. The schemas (`schema.ts`) are apart, so that zod stays out of what only counts. */
export type * from './types.ts';
export * from './counts.ts';
export * from './question-state.ts';
export * from './reading.ts';
export * from './showing.ts';
export * from './texts.ts';
export * from './next-step.ts';
export * from './compare-rooms.ts';
export * from './draft-assessment.ts';
