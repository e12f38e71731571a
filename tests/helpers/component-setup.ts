import { afterEach, beforeEach, expect, vi } from 'vitest';

// Anything written to the console is a defect somebody would have to explain.
beforeEach(() => {
	for (const method of ['error', 'warn'] as const) vi.spyOn(console, method);
});
afterEach(() => {
	for (const method of ['error', 'warn'] as const) expect(console[method]).not.toHaveBeenCalled();
	vi.restoreAllMocks();
});
