import { expect, it } from "vitest";
import { snoozedUntil } from "@/lib/followup/snooze";

/** Local times, whatever zone the tests run in. */
const local = (...parts: [number, number, number, number]) => new Date(...parts);
const until = (snooze: Parameters<typeof snoozedUntil>[0], at: Date) =>
	new Date(snoozedUntil(snooze, at.getTime()));

it("tomorrow is the next morning, also just after midnight and at the end of a year", () => {
	expect(until("tomorrow", local(2026, 10, 25, 23))).toEqual(local(2026, 10, 26, 8));
	expect(until("tomorrow", local(2026, 10, 25, 0))).toEqual(local(2026, 10, 26, 8));
	expect(until("tomorrow", local(2026, 11, 31, 12))).toEqual(local(2027, 0, 1, 8));
});

it("three days are three mornings by the calendar", () => {
	expect(until("days", local(2026, 1, 27, 17))).toEqual(local(2026, 2, 2, 8));
});

it("next week is the next Monday, never today or tomorrow", () => {
	// A Monday, a Saturday, a Sunday.
	expect(until("week", local(2026, 10, 23, 7))).toEqual(local(2026, 10, 30, 8));
	expect(until("week", local(2026, 10, 28, 12))).toEqual(local(2026, 10, 30, 8));
	expect(until("week", local(2026, 10, 29, 12))).toEqual(local(2026, 11, 7, 8));
});
