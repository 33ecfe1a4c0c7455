import { describe, expect, it } from "vitest";
import { analyseConversation } from "@/lib/followup/analyse-conversation";
import { analyseMany, analyseSlice, type Slice } from "@/lib/followup/analyse-many";
import { preparePhrases } from "@/lib/followup/phrases/all-phrases";
import { labelledConversations, toAnalyse } from "../../fixtures/followup/labelled";

const conversations = labelledConversations("train").slice(0, 60).map(toAnalyse);
const all = conversations.map(analyseConversation);
const rest = () => Promise.resolve();
/** Every look at it is a ms later. */
const ticking = () => {
	let now = 0;
	return () => now++;
};

describe("a slice", () => {
	it("ends when its time is up and goes on where it ended", () => {
		preparePhrases();
		const clock = ticking();
		const slices: Slice[] = [];
		for (let from: number | null = 0; from !== null; from = slices.at(-1)?.next ?? null) {
			slices.push(analyseSlice(conversations, { from, budgetMs: 10, clock }));
		}
		expect(slices.length).toBeGreaterThan(3);
		expect(slices.flatMap(({ analyses }) => analyses)).toEqual(all);
	});

	it("analyses one when there is no time at all", () => {
		expect(analyseSlice(conversations, { budgetMs: 0, clock: ticking() })).toMatchObject({ next: 1 });
	});

	it("ends when the clock is set back", () => {
		let now = 0;
		expect(analyseSlice(conversations, { clock: () => now-- })).toMatchObject({ next: 1 });
	});

	it("of none is done", () => {
		expect(analyseSlice([], { clock: ticking() })).toEqual({ analyses: [], next: null });
		expect(analyseSlice(conversations, { from: 60, clock: ticking() })).toEqual({ analyses: [], next: null });
	});
});

describe("many conversations", () => {
	it.each([1, 17, 59])("are the same when the run was ended before %i and goes on there", async (from) => {
		const seen: unknown[] = all.slice(0, from);
		const next = await analyseMany(conversations, {
			from,
			budgetMs: 5,
			clock: ticking(),
			rest,
			report: (slice) => void seen.push(...slice.analyses),
		});
		expect(next).toBeNull();
		expect(seen).toEqual(all);
	});

	it("stop at the next slice and say where to go on", async () => {
		const stop = new AbortController();
		const reported: number[] = [];
		const next = await analyseMany(conversations, {
			budgetMs: 5,
			clock: ticking(),
			rest,
			report: ({ from }) => {
				reported.push(from);
				if (reported.length === 2) stop.abort();
			},
			signal: stop.signal,
		});
		expect(reported).toHaveLength(2);
		expect(next).toBeGreaterThan(reported[1] ?? 0);
	});

	it("have a rest between two slices and none at the end", async () => {
		let slices = 0;
		let rests = 0;
		await analyseMany(conversations, {
			budgetMs: 5,
			clock: ticking(),
			rest: async () => void rests++,
			report: () => void slices++,
		});
		expect(rests).toBe(slices - 1);
	});

	it("end with the report that fails, which is not lost", async () => {
		const failing = analyseMany(conversations, {
			clock: ticking(),
			rest,
			report: () => Promise.reject(new Error("no room")),
		});
		await expect(failing).rejects.toThrow("no room");
	});
});
