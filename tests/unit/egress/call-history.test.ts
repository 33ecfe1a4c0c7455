import { expect, it } from "vitest";
import { callHistory } from "@/lib/egress/call-history";
import type { EgressEntry } from "@/lib/egress/entry";

const hour = 3_600_000;
const now = Date.parse("2026-03-04T12:30:00Z");

const call = (at: number, more: Partial<EgressEntry> = {}): EgressEntry => ({
	seq: at * 1_000,
	at,
	kind: "crm",
	name: "globalSearch",
	method: "GET",
	host: "crm.example.com",
	path: "/",
	fields: [],
	bytes: 1,
	ms: 10,
	state: "succeeded",
	status: 200,
	...more,
});
const failed = (at: number, failure = "timeout") =>
	call(at, { state: "failed", failure, status: undefined, ms: 9_000 });

it("of no calls there is nothing to tell", () => {
	const none = { calls: 0, succeeded: 0, p50: null, p95: null };
	expect(callHistory([], now)).toEqual({ hours: [], day: none, week: none, errors: [] });
});

it("counts by the hour, for a day and for a week, and older calls not at all", () => {
	const history = callHistory(
		[
			call(now - 8 * 24 * hour),
			call(now - 3 * 24 * hour, { ms: 100 }),
			call(now - 2 * hour, { ms: 20 }),
			failed(now - 2 * hour + 5),
			call(now - 1_000, { ms: 30 }),
		],
		now,
	);
	expect(history.hours.map(({ succeeded, failed: bad }) => [succeeded, bad])).toEqual([
		[1, 0],
		[1, 1],
		[1, 0],
	]);
	expect(history.hours.every(({ hour: start }) => start % hour === 0)).toBe(true);
	expect(history.day).toEqual({ calls: 3, succeeded: 2, p50: 20, p95: 30 });
	expect(history.week).toEqual({ calls: 4, succeeded: 3, p50: 30, p95: 100 });
});

it("counts 24 whole hours as a day, as the chart does", () => {
	const first = Math.floor(now / hour) * hour - 23 * hour;
	expect(callHistory([call(first - 1), call(first)], now)).toMatchObject({
		day: { calls: 1 },
		week: { calls: 2 },
	});
});

it("leaves out what was cancelled", () => {
	const cancelled = call(now - 5, { state: "cancelled", failure: "cancelled", status: undefined });
	expect(callHistory([cancelled], now)).toMatchObject({ hours: [], day: { calls: 0 }, errors: [] });
});

it("tells the ten latest errors, newest first, with their status or reason", () => {
	const errors = Array.from({ length: 12 }, (_, index) => failed(now - 12_000 + index * 1_000));
	const last = call(now, { state: "failed", status: 503, failure: "http-status" });
	const told = callHistory([...errors, last], now).errors;
	expect(told).toHaveLength(10);
	expect(told[0]).toEqual({ seq: last.seq, at: now, status: 503, failure: "http-status" });
	expect(told[1]).toEqual({ seq: (now - 1_000) * 1_000, at: now - 1_000, failure: "timeout" });
});
