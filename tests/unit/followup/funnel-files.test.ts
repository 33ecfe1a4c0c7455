import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FunnelCounts, FunnelReport } from "@/lib/followup/follow-up";
import { type FunnelSpan, funnelBuckets, spanStart } from "@/lib/followup/funnel-buckets";
import { funnelCsv, funnelJson } from "@/lib/followup/funnel-export";

const counts = (found: number, contacted = 0, replied = 0, converted = 0): FunnelCounts => ({
	found,
	contacted,
	replied,
	converted,
});

const empty: FunnelReport = {
	total: counts(0),
	byIntent: {},
	byAttempt: {},
	byProduct: {},
	byDay: {},
	dismissed: {},
	skipped: {},
};

describe("the bars of the funnel", () => {
	const now = new Date(2026, 10, 25, 0, 30).getTime();

	it("are a day each for 30 days, and a week each for 90", () => {
		expect(funnelBuckets({}, 30, now).map(({ day }) => day)).toHaveLength(30);
		expect(funnelBuckets({}, 30, now).at(-1)?.day).toBe("2026-11-25");
		expect(funnelBuckets({}, 30, now)[0]?.day).toBe("2026-10-27");
		expect(funnelBuckets({}, 90, now)).toHaveLength(13);
		expect(funnelBuckets({}, 90, now).at(-1)?.day).toBe("2026-11-19");
	});

	it("hold every day since the time that is asked for, once, at every time of the year", () => {
		const time = fc.integer({ min: Date.parse("2025-01-01"), max: Date.parse("2028-12-31") });
		const span = fc.constantFrom<FunnelSpan>(30, 90);
		fc.assert(
			fc.property(time, span, (at, days) => {
				const byDay: FunnelReport["byDay"] = {};
				const first = new Date(spanStart(days, at));
				let count = 0;
				for (let day = first; day.getTime() <= at; count++) {
					const text = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
					byDay[text.map((part) => String(part).padStart(2, "0")).join("-")] = counts(1, 1, 1, 1);
					day = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1);
				}
				const sum = funnelBuckets(byDay, days, at).reduce((all, one) => all + one.counts.found, 0);
				expect(sum).toBe(count);
				expect(count).toBeGreaterThanOrEqual(days);
			}),
		);
	});

	it("leave out days before", () => {
		expect(
			funnelBuckets({ "2026-10-26": counts(9) }, 30, now).every(({ counts: { found } }) => found === 0),
		).toBe(true);
	});
});

describe("an exported funnel", () => {
	const report: FunnelReport = {
		...empty,
		total: counts(3, 2, 1, 1),
		byDay: { "2026-11-25": counts(3, 2, 1, 1) },
		byIntent: { high: counts(3, 2, 1, 1) },
		byAttempt: { 1: counts(3, 2, 1, 1) },
		byProduct: { 'Mantel "Lino", 2 m': counts(2), "=SUM(A1)": counts(1) },
		skipped: { bought: 4 },
	};

	it("has a line for everything, and no name in it is a formula", () => {
		expect(funnelCsv(report).split("\r\n")).toEqual([
			"along,value,found,contacted,replied,converted,skipped",
			"total,,3,2,1,1,",
			"day,2026-11-25,3,2,1,1,",
			"intent,high,3,2,1,1,",
			"attempt,1,3,2,1,1,",
			'product,"Mantel ""Lino"", 2 m",2,0,0,0,',
			"product,'=SUM(A1),1,0,0,0,",
			"skipped,bought,,,,,4",
			"",
		]);
	});

	it("is its total alone where nothing was found", () => {
		expect(funnelCsv(empty).split("\r\n")).toHaveLength(3);
	});

	it("says as JSON from when to when it is", () => {
		const since = Date.parse("2026-10-27T00:00:00Z");
		const until = Date.parse("2026-11-25T09:00:00Z");
		expect(JSON.parse(funnelJson(report, { since, until }))).toMatchObject({
			since: "2026-10-27T00:00:00.000Z",
			until: "2026-11-25T09:00:00.000Z",
			total: { found: 3, converted: 1 },
			by_product: { "=SUM(A1)": { found: 1 } },
			skipped: { bought: 4 },
		});
	});
});
