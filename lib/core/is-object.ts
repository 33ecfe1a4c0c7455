export type JsonObject = Record<string, unknown>;

/** Whether a value is an object as JSON knows it: no list, and not null. */
export const isObject = (value: unknown): value is JsonObject =>
	typeof value === "object" && value !== null && !Array.isArray(value);
