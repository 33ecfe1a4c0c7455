/** Where one value is kept. */
export type ValueStorage = { get(): Promise<unknown>; set(value: unknown): Promise<void> };

/** Named values. `set` writes all it is given or, when it rejects, nothing. */
export type NamedStorage = {
	get(name: string): Promise<unknown>;
	set(values: Record<string, unknown>): Promise<void>;
	remove(names: readonly string[]): Promise<void>;
};
