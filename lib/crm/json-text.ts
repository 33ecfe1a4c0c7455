/** A value of JSON as text. What is nested so deeply that it cannot be written out (thousands of levels) is `…`. */
export function jsonText(value: unknown): string {
	try {
		return JSON.stringify(value) ?? String(value);
	} catch {
		return "…";
	}
}
