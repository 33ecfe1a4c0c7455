import { expect, it } from "vitest";
import { percentile } from "@/lib/core/percentile";

it.each([
	[[], 0.5, null],
	[[7], 0.95, 7],
	[[4, 1, 3, 2], 0.5, 2],
	[Array.from({ length: 100 }, (_, index) => 100 - index), 0.95, 95],
])("the percentile of %j at %f is %j", (numbers, share, expected) => {
	expect(percentile(numbers, share)).toBe(expected);
});
