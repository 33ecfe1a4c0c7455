import { describe, expect, it } from "vitest";
import { pauseAfter, readRetryAfter, retryPausesMs } from "@/lib/webhooks/retry-policy";

const hour = 3_600_000;

describe("the pause after a failure", () => {
	it("follows the contract's schedule, and ends after nine retries", () => {
		const pauses = Array.from({ length: 10 }, (_, index) => pauseAfter(index + 1, 0));
		expect(pauses).toEqual([
			5_000,
			300_000,
			1_800_000,
			2 * hour,
			5 * hour,
			10 * hour,
			14 * hour,
			20 * hour,
			24 * hour,
			null,
		]);
	});

	it("is made longer by up to a fifth, never shorter", () => {
		for (const [index, pause] of retryPausesMs.entries()) {
			expect(pauseAfter(index + 1, 0.999999)).toBeLessThanOrEqual(pause * 1.2);
			expect(pauseAfter(index + 1, 0.5)).toBeGreaterThan(pause);
		}
	});

	it("is what the receiver asked for when that is longer, up to a day", () => {
		expect(pauseAfter(1, 0, 60_000)).toBe(60_000);
		expect(pauseAfter(2, 0, 60_000)).toBe(300_000);
		expect(pauseAfter(1, 0, 90 * hour)).toBe(24 * hour);
		expect(pauseAfter(10, 0, 60_000)).toBeNull();
	});
});

describe("Retry-After", () => {
	const now = Date.parse("2026-03-04T12:00:00Z");
	it.each([
		["120", 120_000],
		[" 5 ", 5_000],
		["0", 0],
		["Wed, 04 Mar 2026 12:01:00 GMT", 60_000],
		["Wed, 04 Mar 2026 11:00:00 GMT", 0],
		["99999999999", 24 * hour],
		["soon", 0],
		["-5", 0],
		["1.5", 0],
		["", 0],
		[null, 0],
		[undefined, 0],
	])("%j is %d ms", (header, ms) => expect(readRetryAfter(header, now)).toBe(ms));
});
