import { judge } from "../judge";
import type { Judged } from "../measurement";
import { percentile } from "../statistics";

/** How much is stored. */
export const amounts = [1_000, 10_000, 100_000] as const;
export type Amount = (typeof amounts)[number];

/** Something that can be measured again and again, in a browser of its own. */
export type GrowingSubject = {
	/** Takes times in ms, after `block` others were taken; the first block is thrown away. */
	measure(block: number): Promise<number[]>;
	close(): Promise<void>;
};

/**
 * Times with little and with a lot stored, in turn, because the machine may be busy for a while. Its row is the most
 * against the least, by the median: whoever works here for years waits no longer than on the first day.
 */
export async function measureGrowth(
	name: string,
	open: (amount: Amount) => Promise<GrowingSubject>,
	{ blocks }: { blocks: number },
): Promise<{ judged: Judged; most: number[]; least: number[]; note: string }> {
	const subjects: GrowingSubject[] = [];
	try {
		for (const amount of amounts) subjects.push(await open(amount));
		const times = subjects.map((): number[] => []);
		for (let block = -1; block < blocks; block++)
			for (const [index, subject] of subjects.entries()) {
				const taken = await subject.measure(block + 1);
				if (block >= 0) times[index]?.push(...taken);
			}
		const [least = [], , most = []] = times;
		return {
			judged: judge({
				name,
				unit: "ms",
				ours: most,
				baseline: least,
				goal: { of: "ratio", at: "p50", atMost: 1.5 },
			}),
			most,
			least,
			note: `${name}, p50 / p95 in ms: ${amounts
				.map((amount, index) => `${amount.toLocaleString("en")} ${halfAndMost(times[index] ?? [])}`)
				.join(", ")}`,
		};
	} finally {
		for (const subject of subjects) await subject.close();
	}
}

const halfAndMost = (times: readonly number[]) =>
	`${percentile(times, 0.5).toFixed(2)} / ${percentile(times, 0.95).toFixed(2)}`;
