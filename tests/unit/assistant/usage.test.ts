import { describe, expect, it } from "vitest";
import { costOf, limitReached } from "@/lib/assistant/usage";
import { createUsageRecord, daysKept, localDay } from "@/lib/assistant/usage-record";

function record(stored?: unknown) {
	let value = stored;
	let date = new Date(2026, 2, 4, 23, 59);
	const usage = createUsageRecord(
		{
			get: async () => structuredClone(value),
			set: async (next) => {
				// As slow as a disk, so that two that add at a time meet.
				await new Promise((resolve) => setTimeout(resolve, 1));
				value = next;
			},
		},
		() => date,
	);
	return { usage, at: (next: Date) => (date = next), stored: () => value };
}

const used = { inputTokens: 100, outputTokens: 10, cost: 0.5, answers: 1 };

describe("what models used", () => {
	it("adds up by the day of the user", async () => {
		const { usage, at } = record();
		expect(await usage.today()).toEqual({ inputTokens: 0, outputTokens: 0, cost: 0, answers: 0 });
		await usage.add(used);
		expect(await usage.add(used)).toEqual({ inputTokens: 200, outputTokens: 20, cost: 1, answers: 2 });
		at(new Date(2026, 2, 5, 0, 0));
		await usage.add(used);
		expect(Object.keys(await usage.days())).toEqual(["2026-03-04", "2026-03-05"]);
		expect(await usage.today()).toEqual(used);
	});

	it("keeps how much of it is estimated", async () => {
		const { usage } = record();
		await usage.add({ ...used, estimated: 110 });
		await usage.add({ ...used, estimated: 10 });
		expect(await usage.add(used)).toMatchObject({ inputTokens: 300, estimated: 120 });
		expect(await usage.today()).toMatchObject({ estimated: 120 });
	});

	it("loses none of those that add at the same time", async () => {
		const { usage } = record();
		await Promise.all(Array.from({ length: 20 }, () => usage.add(used)));
		expect(await usage.today()).toMatchObject({ answers: 20, inputTokens: 2_000 });
	});

	it("is kept for ninety days", async () => {
		const { usage, at } = record();
		for (let day = 0; day < daysKept + 5; day++) {
			at(new Date(2026, 0, 1 + day));
			await usage.add(used);
		}
		const days = Object.keys(await usage.days());
		expect(days).toHaveLength(daysKept);
		expect(days[0]).toBe("2026-01-06");
	});

	it("can be forgotten", async () => {
		const { usage } = record();
		await usage.add(used);
		await usage.clear();
		expect(await usage.days()).toEqual({});
	});

	it.each([undefined, null, "text", [1], { today: used }, { "2026-03-04": { inputTokens: -1 } }])(
		"leaves out what cannot be read: %j",
		async (stored) => {
			const { usage } = record(stored);
			expect(await usage.days()).toEqual({});
			expect(await usage.add(used)).toEqual(used);
		},
	);

	it("has days of two digits each", () => {
		expect(localDay(new Date(2026, 8, 9))).toBe("2026-09-09");
	});
});

it("tokens cost what their prices for a million say", () => {
	const prices = { input_price: 2.5, output_price: 10 };
	expect(costOf(prices, { inputTokens: 1_000_000, outputTokens: 100_000 })).toBeCloseTo(3.5);
	expect(costOf({ input_price: 0, output_price: 0 }, { inputTokens: 5, outputTokens: 5 })).toBe(0);
});

describe("a daily limit", () => {
	const none = { daily_token_limit: 0, daily_cost_limit: 0 };
	it("is reached with the last token or cent it allows, and not before", () => {
		expect(limitReached({ ...none, daily_token_limit: 110 }, used)).toBe("tokens");
		expect(limitReached({ ...none, daily_token_limit: 111 }, used)).toBeNull();
		expect(limitReached({ ...none, daily_cost_limit: 0.5 }, used)).toBe("cost");
		expect(limitReached({ ...none, daily_cost_limit: 0.51 }, used)).toBeNull();
	});

	it("that is not set is never reached", () => {
		expect(limitReached(none, { ...used, inputTokens: 1e9, cost: 1e6 })).toBeNull();
	});
});
