import { beforeEach, expect, it } from "vitest";
import { watchClock } from "@/lib/core/watch-clock";

const minute = 60_000;
const hour = 60 * minute;

let clock: number;
let passed: number;
let told: number;
let look: () => void;

beforeEach(() => {
	[clock, passed, told] = [1_772_625_600_000, 5_000, 0];
	look = watchClock(
		() => clock - passed,
		() => told++,
	);
});

/** Time passes, as long as the page waits. */
function pass(ms: number): void {
	clock += ms;
	passed += ms;
	look();
}

function put(byMs: number): void {
	clock += byMs;
}

it("tells once of a clock that was put back, each time it was", () => {
	pass(20_000);
	expect(told).toBe(0);
	put(-hour);
	pass(20_000);
	expect(told).toBe(1);
	pass(20_000);
	expect(told).toBe(1);
	put(-2 * minute);
	pass(20_000);
	expect(told).toBe(2);
});

it.each([
	["goes on while the page sleeps", () => pass(3 * hour)],
	["is put right by seconds", () => put(-30_000)],
	["is put forward", () => put(hour)],
	// What passes while the computer sleeps is on the clock alone.
	["went on while the computer slept", () => put(8 * hour)],
])("tells nothing of a clock that %s", (_case, change) => {
	change();
	pass(20_000);
	pass(20_000);
	expect(told).toBe(0);
});
