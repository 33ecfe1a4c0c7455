import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate } from "@/lib/crm/read-date";

describe("readDate", () => {
	it.each([
		["2026-03-04", "2026-03-04"],
		[" 2026-03-04 ", "2026-03-04"],
		["2024-02-29", "2024-02-29"],
		["2026-03-04T10:00:00Z", "2026-03-04T10:00:00.000Z"],
		["2026-03-04t10:00:00z", "2026-03-04T10:00:00.000Z"],
		["2026-03-04T10:00Z", "2026-03-04T10:00:00.000Z"],
		["2026-03-04T10:00:00.123456Z", "2026-03-04T10:00:00.123Z"],
		["2026-03-04T10:00:00+02:00", "2026-03-04T08:00:00.000Z"],
		["2026-03-04T10:00:00+0200", "2026-03-04T08:00:00.000Z"],
		["2026-03-04T10:00:00 Z", "2026-03-04T10:00:00.000Z"],
		["2026-03-04 10:00:00 +02:00", "2026-03-04T08:00:00.000Z"],
		["2026-03-04 10:00:00.5-05:30", "2026-03-04T15:30:00.500Z"],
		["2026-03-04 10:00:00+02", "2026-03-04T08:00:00.000Z"],
		["Wed, 04 Mar 2026 10:00:00 GMT", "2026-03-04T10:00:00.000Z"],
		["Wed, 4 Mar 2026 10:00:00 +0100", "2026-03-04T09:00:00.000Z"],
		[1772618400, "2026-03-04T10:00:00.000Z"],
		[1772618400000, "2026-03-04T10:00:00.000Z"],
		["1772618400", "2026-03-04T10:00:00.000Z"],
		["1772618400000", "2026-03-04T10:00:00.000Z"],
		[-1e9, "1938-04-24T22:13:20.000Z"],
	])("reads %j as %s", (value, date) => {
		expect(readDate(value)).toBe(date);
	});

	it("reads a moment without a zone as one where the agent is", () => {
		expect(readDate("2026-03-04 10:00:00")).toBe(new Date(2026, 2, 4, 10).toISOString());
	});

	it.each([
		"2026-02-31",
		"2025-02-29",
		"2026-13-01",
		"2026-00-10",
		"2026-02-31T10:00:00Z",
		"2026-04-31 10:00:00",
		"2026-03-04T25:00:00Z",
		"2026-03-04T10:61:00Z",
		"04/03/2026",
		"03.04.2026",
		"March 4, 2026",
		"2026-3-4",
		"2026",
		"20260304",
		"yesterday",
		"",
		"0000-00-00",
		"0000-00-00 00:00:00",
		12,
		99_999_999,
		1_772_618_400_000_000,
		Number.NaN,
		Number.POSITIVE_INFINITY,
		null,
		undefined,
		true,
		{},
		[],
	])("does not take %j for a date", (value) => {
		expect(readDate(value)).toBeNull();
	});

	const moments = fc.date({ min: new Date("1974-01-01"), max: new Date("5000-01-01"), noInvalidDate: true });

	it("reads back every moment, as text and as epoch", () => {
		fc.assert(
			fc.property(moments, (date) => {
				const seconds = Math.floor(date.getTime() / 1000);
				expect(readDate(date.toISOString())).toBe(date.toISOString());
				expect(readDate(date.getTime())).toBe(date.toISOString());
				expect(readDate(seconds)).toBe(new Date(seconds * 1000).toISOString());
				expect(readDate(date.toUTCString())).toBe(new Date(seconds * 1000).toISOString());
			}),
		);
	});

	it("keeps a day a day, whatever the time zone", () => {
		fc.assert(
			fc.property(
				moments,
				(date) => readDate(date.toISOString().slice(0, 10)) === date.toISOString().slice(0, 10),
			),
		);
	});

	it("gives a day, a moment or nothing for any value", () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.jsonValue(), fc.double(), fc.stringMatching(/^[\d :TZ+.-]{0,30}$/)),
				(value) => {
					expect(readDate(value) ?? "2026-03-04").toMatch(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$/);
				},
			),
		);
	});
});
