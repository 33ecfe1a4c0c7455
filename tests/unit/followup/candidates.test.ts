import { describe, expect, it } from "vitest";
import { followUpId, nextAttempt, skipReason } from "@/lib/followup/candidates";
import type { FollowUp } from "@/lib/followup/follow-up";
import { candidate, dayMs, followUp, hourMs, message, noon, rules } from "./follow-up-world";

/** Why somebody is left alone at noon, after so long a silence. */
const reasonAfter = (silence: number, more: Partial<typeof rules> = {}) =>
	skipReason(candidate("a", { lastAt: noon - silence }), [], { ...rules, ...more }, { now: noon });

/** Why somebody is left alone at noon who was written to before and has been silent for two days. */
const reasonWith = (before: Partial<FollowUp>, more: Partial<typeof rules> = {}) =>
	skipReason(candidate("a"), [followUp(before)], { ...rules, ...more }, { now: noon });

describe("the time of a conversation", () => {
	it("begins when the delay is over and ends with the lookback", () => {
		const window = { delay_days: 2, lookback_hours: 24 as const };
		expect(reasonAfter(2 * dayMs - 1, window)).toBe("not-silent-long-enough");
		expect(reasonAfter(2 * dayMs, window)).toBeNull();
		expect(reasonAfter(3 * dayMs, window)).toBeNull();
		expect(reasonAfter(3 * dayMs + 1, window)).toBe("too-old");
	});

	it("has no delay where none is wanted", () => {
		expect(reasonAfter(0, { delay_days: 0 })).toBeNull();
	});

	it("goes back to the run before it, so that nobody falls between two", () => {
		const window = { ...rules, delay_days: 1, lookback_hours: 12 as const };
		const reasonSince = (silence: number, since: number) =>
			skipReason(candidate("a", { lastAt: noon - silence }), [], window, { now: noon, since });
		const friday = noon - 3 * dayMs;
		expect(reasonSince(4 * dayMs, friday)).toBeNull();
		expect(reasonSince(4 * dayMs + 1, friday)).toBe("too-old");
		// Less far than is set it never looks, and a clock that was put back changes nothing.
		expect(reasonSince(1.5 * dayMs, noon - hourMs)).toBeNull();
		expect(reasonSince(1.5 * dayMs, noon + dayMs)).toBeNull();
		expect(reasonSince(1.5 * dayMs + 1, noon + dayMs)).toBe("too-old");
	});

	it("is not yet, when a clock that was put back leaves the last message ahead", () => {
		expect(reasonAfter(-5 * dayMs)).toBe("not-silent-long-enough");
		expect(reasonAfter(-1, { delay_days: 0 })).toBe("not-silent-long-enough");
	});

	it("does not end for those the CRM failed for", () => {
		const old = candidate("a", { lastAt: noon - 6 * dayMs });
		expect(skipReason(old, [], rules, { now: noon })).toBe("too-old");
		expect(skipReason(old, [], rules, { now: noon, waited: true })).toBeNull();
	});
});

describe("excluded phones", () => {
	it("are left alone however they are written", () => {
		expect(reasonAfter(2 * dayMs, { excluded_phones: ["+34612345678"] })).toBe("excluded");
		expect(reasonAfter(2 * dayMs, { excluded_phones: ["+34 612 34 56 78"] })).toBe("excluded");
	});

	it("exclude nobody else, and nobody whose phone is unknown", () => {
		expect(reasonAfter(2 * dayMs, { excluded_phones: ["+3461234567"] })).toBeNull();
		const unknown = candidate("a", { phone: undefined });
		expect(skipReason(unknown, [], { ...rules, excluded_phones: [""] }, { now: noon })).toBeNull();
	});
});

describe("attempts", () => {
	const long = noon - 5 * dayMs;

	it("are not made beside one that is open, or snoozed", () => {
		expect(reasonWith({ state: "due", foundAt: long })).toBe("open-already");
		expect(reasonWith({ state: "snoozed", foundAt: long })).toBe("open-already");
	});

	it("are made with so many hours between, counted from when the customer was written to", () => {
		const contacted = { state: "contacted", foundAt: noon - 4 * dayMs } as const;
		expect(reasonWith({ ...contacted, contactedAt: noon - 71 * hourMs })).toBe("too-soon-after-attempt");
		expect(reasonWith({ ...contacted, contactedAt: noon - 72 * hourMs })).toBeNull();
	});

	it("have their own time to be found in, after the hours between", () => {
		const later = candidate("a", { lastAt: noon - 4 * dayMs });
		const before = followUp({ state: "contacted", foundAt: noon - 4 * dayMs, contactedAt: noon - 4 * dayMs });
		const short = { ...rules, lookback_hours: 24 as const };
		expect(skipReason(later, [before], short, { now: noon })).toBeNull();
		expect(skipReason(later, [], short, { now: noon })).toBe("too-old");
	});

	it("are used up after so many", () => {
		const second = { state: "contacted", attempt: 2, foundAt: long, contactedAt: long } as const;
		expect(reasonWith(second, { most_attempts: 2 })).toBe("attempts-used-up");
		expect(reasonWith(second, { most_attempts: 3 })).toBeNull();
	});

	it("are counted anew, in another round, after so many days without one", () => {
		const second = followUp({ state: "contacted", attempt: 2, foundAt: noon - 61 * dayMs });
		expect(nextAttempt([second], rules, noon)).toEqual({ attempt: 1, round: 2 });
		expect(skipReason(candidate("a"), [second], rules, { now: noon })).toBeNull();
		expect(nextAttempt([second], { reset_after_days: 61 }, noon)).toEqual({ attempt: 3, round: 1 });
		const third = followUp({ attempt: 1, round: 2, state: "replied", foundAt: long });
		expect(nextAttempt([third, second], rules, noon)).toEqual({ attempt: 2, round: 2 });
	});

	it("have one name each, whoever makes them", () => {
		expect(followUpId("a", 1, 1)).toBe("a 1");
		expect(new Set([followUpId("a", 1, 1), followUpId("a", 2, 1), followUpId("a", 1, 2)]).size).toBe(3);
	});

	it("end with an order after one of them until the customer writes again, whatever the rules", () => {
		const before = followUp({
			state: "converted",
			foundAt: long,
			contactedAt: long,
			convertedAt: noon - 3 * dayMs,
		});
		const silent = candidate("a", { lastAt: noon - 4 * dayMs });
		const lax = { ...rules, skip_ordered: false };
		expect(skipReason(silent, [before], lax, { now: noon })).toBe("order-found");
		expect(skipReason(candidate("a"), [before], lax, { now: noon })).toBeNull();
	});

	it("end with a dismissal until the customer writes again", () => {
		const dismissed = { state: "dismissed", foundAt: long, dismissedAt: noon - 3 * dayMs } as const;
		const silent = candidate("a", { lastAt: noon - 4 * dayMs });
		const before = followUp(dismissed);
		expect(skipReason(silent, [before], rules, { now: noon })).toBe("attempts-used-up");
		const ours = candidate("a", { messages: [message("outgoing", "Hola?", noon - 2 * dayMs)] });
		expect(skipReason(ours, [before], rules, { now: noon })).toBe("attempts-used-up");
		expect(skipReason(candidate("a"), [before], rules, { now: noon })).toBeNull();
	});
});
