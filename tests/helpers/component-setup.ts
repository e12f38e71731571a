import { configure } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// Parts that are loaded on use take their time on a busy machine; what is there is found at once all the same.
configure({ asyncUtilTimeout: 10_000 });

// Anything written to the console is a defect somebody would have to explain.
beforeEach(() => {
	for (const method of ['error', 'warn'] as const) vi.spyOn(console, method);
});
afterEach(() => {
	for (const method of ['error', 'warn'] as const) expect(console[method]).not.toHaveBeenCalled();
	vi.restoreAllMocks();
});
