import { expect, it } from "vitest";
import { fullSpeed, throttleAfter } from "@/lib/webhooks/throttle";

const now = 1_000_000;

it.each([429, 502, 504])("slows down on %d, more each time, up to five minutes", (status) => {
	let throttle = fullSpeed;
	const pauses = Array.from({ length: 11 }, () => {
		throttle = throttleAfter(throttle, status, 0, now);
		expect(throttle.until).toBe(now + throttle.pauseMs);
		return throttle.pauseMs;
	});
	expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((seconds) => seconds * 1000));
});

it("sends nothing before the time the receiver asked for", () => {
	expect(throttleAfter(fullSpeed, 429, 30_000, now)).toEqual({ pauseMs: 1_000, until: now + 30_000 });
});

it("comes back to full speed with each success, by halves", () => {
	const slow = { pauseMs: 4_000, until: now };
	const once = throttleAfter(slow, 200, 0, now);
	expect(once).toEqual({ pauseMs: 2_000, until: now + 2_000 });
	const twice = throttleAfter(once, 204, 0, now);
	expect(twice.pauseMs).toBe(1_000);
	expect(throttleAfter(twice, 200, 0, now)).toEqual(fullSpeed);
});

it.each([500, 404, 410, undefined])("leaves the speed as it is on %s", (status) => {
	expect(throttleAfter(fullSpeed, status, 0, now)).toBe(fullSpeed);
	const slow = { pauseMs: 4_000, until: now };
	expect(throttleAfter(slow, status, 0, now)).toBe(slow);
});
