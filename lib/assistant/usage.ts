import { createMutex } from "@/lib/core/mutex";
import { z } from "@/lib/core/schema";
import type { ValueStorage } from "@/lib/core/storage";
import type { ModelUsage } from "./model";
import type { Assistant } from "./settings";

/** Days that are kept; older ones fall off when something is added. */
export const daysKept = 90;

const count = z.number().min(0);
const dayUsageSchema = z.object({ inputTokens: count, outputTokens: count, cost: count, answers: count });
/** What was used in one local day; `cost` in USD, by the prices of the moment. */
export type DayUsage = z.infer<typeof dayUsageSchema>;

/** What one answer of the assistant used, all its requests together. */
export type NotedUsage = DayUsage;

const noUsage: DayUsage = { inputTokens: 0, outputTokens: 0, cost: 0, answers: 0 };

/** By local day, such as `2026-03-04`. */
export type UsageDays = Record<string, DayUsage>;

export type UsageRecord = {
	/** Every day that is kept, the oldest first. */
	days(): Promise<UsageDays>;
	today(): Promise<DayUsage>;
	/** Adds to today; none is lost, however many add at a time. Gives today after it. */
	add(used: NotedUsage): Promise<DayUsage>;
	clear(): Promise<void>;
};

/** Keeps what models used, day by day. What cannot be read of it is left out. */
export function createUsageRecord(storage: ValueStorage, now: () => Date): UsageRecord {
	const exclusively = createMutex();
	async function days(): Promise<UsageDays> {
		const stored = z.record(z.string(), z.unknown()).safeParse(await storage.get());
		const entries = Object.entries(stored.data ?? {}).flatMap(([day, value]) => {
			const read = dayUsageSchema.safeParse(value);
			return read.success && /^\d{4}-\d{2}-\d{2}$/.test(day) ? [[day, read.data] as const] : [];
		});
		return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
	}
	const today = async () => (await days())[localDay(now())] ?? noUsage;
	return {
		days,
		today,
		add: (used) =>
			exclusively(async () => {
				const day = localDay(now());
				const before = await days();
				const after = sum(before[day] ?? noUsage, used);
				const kept = Object.entries({ ...before, [day]: after }).toSorted(([one], [other]) =>
					one < other ? -1 : 1,
				);
				await storage.set(Object.fromEntries(kept.slice(-daysKept)));
				return after;
			}),
		clear: () => exclusively(() => storage.set({})),
	};
}

/** A moment's day where the user is. */
export function localDay(date: Date): string {
	const two = (part: number) => String(part).padStart(2, "0");
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const sum = (one: DayUsage, other: DayUsage): DayUsage => ({
	inputTokens: one.inputTokens + other.inputTokens,
	outputTokens: one.outputTokens + other.outputTokens,
	cost: one.cost + other.cost,
	answers: one.answers + other.answers,
});

type Prices = Pick<Assistant, "input_price" | "output_price">;

/** Whether it is known what tokens cost. */
export const hasPrices = ({ input_price, output_price }: Prices): boolean =>
	input_price > 0 || output_price > 0;

/** What tokens cost in USD; 0 where no price is known. */
export const costOf = (
	{ input_price, output_price }: Prices,
	{ inputTokens, outputTokens }: ModelUsage,
): number => (inputTokens * input_price + outputTokens * output_price) / 1_000_000;

export type Limit = "tokens" | "cost";

/** Which daily limit is reached, and so forbids another answer; null while none is. */
export function limitReached(
	{ daily_token_limit, daily_cost_limit }: Pick<Assistant, "daily_token_limit" | "daily_cost_limit">,
	{ inputTokens, outputTokens, cost }: DayUsage,
): Limit | null {
	if (daily_token_limit > 0 && inputTokens + outputTokens >= daily_token_limit) return "tokens";
	return daily_cost_limit > 0 && cost >= daily_cost_limit ? "cost" : null;
}
