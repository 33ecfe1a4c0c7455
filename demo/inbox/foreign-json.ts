/** What a text says as JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The fields of what may be an object; of anything else, none. */
export const fieldsOf = (value: unknown): Record<string, unknown> =>
	typeof value === "object" && value !== null ? { ...value } : {};
