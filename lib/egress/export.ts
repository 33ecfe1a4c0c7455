import { csvLineOf } from "@/lib/core/csv";
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
export const csvHeader = csvLineOf(columns);

/** A request as a line of a CSV file (RFC 4180); its fields stand in one cell, with spaces between them. */
export function csvLine(entry: EgressEntry): string {
	const exported = exportedEntry(entry);
	return csvLineOf(
		columns.map((column) => {
			const value = exported[column];
			return Array.isArray(value) ? value.join(" ") : value;
		}),
	);
}
