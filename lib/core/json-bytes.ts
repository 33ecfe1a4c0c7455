/** The size of a value as JSON in UTF-8. */
export const jsonBytes = (value: unknown): number =>
	new TextEncoder().encode(JSON.stringify(value) ?? "").byteLength;
