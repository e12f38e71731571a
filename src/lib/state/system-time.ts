/** The clock, which tests replace. */
export const systemTime = (): Date => new Date();
