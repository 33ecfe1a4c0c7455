import { createMutex } from "@/lib/core/mutex";
import { z } from "@/lib/core/schema";
import type { ValueStorage } from "@/lib/core/storage";
import type { DayUsage, NotedUsage, UsageDays } from "./usage";

/** Days that are kept; older ones fall off when something is added. */
export const daysKept = 90;

const count = z.number().min(0);
const dayUsageSchema: z.ZodType<DayUsage> = z.object({
	inputTokens: count,
	outputTokens: count,
	cost: count,
	answers: count,
	estimated: count.optional(),
});
const noUsage: DayUsage = { inputTokens: 0, outputTokens: 0, cost: 0, answers: 0 };

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

function sum(one: DayUsage, other: DayUsage): DayUsage {
	const estimated = (one.estimated ?? 0) + (other.estimated ?? 0);
	return {
		inputTokens: one.inputTokens + other.inputTokens,
		outputTokens: one.outputTokens + other.outputTokens,
		cost: one.cost + other.cost,
		answers: one.answers + other.answers,
		...(estimated > 0 && { estimated }),
	};
}
