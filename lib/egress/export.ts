import type { EgressEntry } from "./entry";

/** The columns of an exported log, in their order. */
const columns = [
	"sent_at",
	"purpose",
	"name",
	"method",
	"host",
	"path",
	"fields",
	"bytes_sent",
	"state",
	"status",
	"failure",
	"duration_ms",
] as const;

export type ExportedEntry = Record<(typeof columns)[number], string | number | string[] | null>;

/** A request as a file tells it: the moment in ISO 8601, everything in its column. */
export const exportedEntry = (entry: EgressEntry): ExportedEntry => ({
	sent_at: new Date(entry.at).toISOString(),
	purpose: entry.kind,
	name: entry.name,
	method: entry.method,
	host: entry.host,
	path: entry.path,
	fields: entry.fields,
	bytes_sent: entry.bytes,
	state: entry.state,
	status: entry.status ?? null,
	failure: entry.failure ?? null,
	duration_ms: entry.ms,
});

/** The first line of a CSV file (RFC 4180). */
export const csvHeader = `${columns.join(",")}\r\n`;

/** A request as a line of a CSV file (RFC 4180); its fields stand in one cell, with spaces between them. */
export function csvLine(entry: EgressEntry): string {
	const exported = exportedEntry(entry);
	return `${columns.map((column) => cell(exported[column])).join(",")}\r\n`;
}

function cell(value: ExportedEntry[keyof ExportedEntry]): string {
	const text = Array.isArray(value) ? value.join(" ") : String(value ?? "");
	// A name a server chose must not be a formula where the file is opened as a table (OWASP, CSV injection).
	const harmless = typeof value === "number" ? text : text.replace(/^[=+\-@\t\r]/, "'$&");
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
