/** One line of a CSV file (RFC 4180), its line break included. */
export const csvLineOf = (values: readonly (string | number | null)[]): string =>
	`${values.map(cell).join(",")}\r\n`;

function cell(value: string | number | null): string {
	const text = String(value ?? "");
	// A name that somebody else chose must not be a formula where the file is opened as a table (OWASP, CSV injection).
	const harmless = typeof value === "number" ? text : text.replace(/^[=+\-@\t\r]/, "'$&");
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
