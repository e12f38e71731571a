/** Where a command writes: standard output for results, standard error for what is wrong. */
export interface Output {
	line(text: string): void;
	error(text: string): void;
}
