import { expect, it } from "vitest";
import type { EgressEntry } from "@/lib/egress/entry";
import { csvHeader, csvLine, exportedEntry } from "@/lib/egress/export";

const entry: EgressEntry = {
	seq: 1,
	at: Date.parse("2026-03-04T12:00:00Z"),
	kind: "crm",
	name: "globalSearch",
	method: "POST",
	host: "crm.example.com",
	path: "/a",
	fields: ["query", "limit"],
	bytes: 120,
	ms: 31,
	state: "failed",
	failure: "timeout",
};

it("a line of CSV has as many cells as the header, in its order", () => {
	expect(csvHeader).toBe(
		"sent_at,purpose,name,method,host,path,fields,bytes_sent,state,status,failure,duration_ms\r\n",
	);
	expect(csvLine(entry)).toBe(
		"2026-03-04T12:00:00.000Z,crm,globalSearch,POST,crm.example.com,/a,query limit,120,failed,,timeout,31\r\n",
	);
});

it("quotes what would break a line, and disarms what would be a formula", () => {
	const line = csvLine({ ...entry, path: '/a,"b"', fields: ["=cmd()"] });
	expect(line).toContain(',"/a,""b""",\'=cmd(),');
});

it("an exported entry holds null where nothing is known", () => {
	expect(exportedEntry(entry)).toMatchObject({
		status: null,
		failure: "timeout",
		fields: ["query", "limit"],
	});
});
