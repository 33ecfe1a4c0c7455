import { expect, it } from "vitest";
import { createAllowance } from "@/lib/messaging/allowance";

it("gives what may come at once, and then what time has brought back, never more than at first", () => {
	let now = 0;
	const mayTake = createAllowance({ atOnce: 10, perSecond: 2 }, () => now);
	expect(mayTake(1, 10)).toBe(true);
	expect(mayTake(1, 1)).toBe(false);
	now = 500;
	expect(mayTake(1, 1)).toBe(true);
	expect(mayTake(1, 1)).toBe(false);
	now = 1_000_000;
	expect(mayTake(1, 11)).toBe(false);
	expect(mayTake(1, 10)).toBe(true);
});

it("counts each tab for itself, also where there are many", () => {
	let now = 0;
	const mayTake = createAllowance({ atOnce: 1, perSecond: 1 }, () => now);
	for (let tab = 0; tab < 1_000; tab++) expect(mayTake(tab, 1)).toBe(true);
	for (let tab = 0; tab < 1_000; tab++) expect(mayTake(tab, 1)).toBe(false);
	now = 1_000;
	for (let tab = 0; tab < 1_000; tab++) expect(mayTake(tab, 1)).toBe(true);
});
