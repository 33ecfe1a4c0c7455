import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dueRun, latestRun, nextRun, type ScheduleMark } from "@/lib/followup/schedule";

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const workdays = [1, 2, 3, 4, 5];
const hourMs = 3_600_000;
const zone = process.env.TZ;

/** Local time in Madrid: clocks go forward on 2026-03-29 at 2:00 and back on 2026-10-25 at 3:00. */
beforeEach(() => {
	process.env.TZ = "Europe/Madrid";
});
afterEach(() => {
	process.env.TZ = zone;
});

const at = (local: string) => new Date(local).getTime();
const localOf = (ms: number | null) => (ms === null ? null : new Date(ms).toString().slice(0, 21));

describe("the next run", () => {
	it("is later the same day, or on the next day that is chosen", () => {
		const plan = { run_hour: 9, run_days: workdays };
		expect(nextRun(plan, at("2026-03-04T08:59:59"))).toBe(at("2026-03-04T09:00"));
		expect(nextRun(plan, at("2026-03-04T09:00"))).toBe(at("2026-03-05T09:00"));
		// A Friday: the next is on Monday.
		expect(nextRun(plan, at("2026-03-06T09:01"))).toBe(at("2026-03-09T09:00"));
	});

	it("comes a week later when only one day is chosen and it has just been", () => {
		expect(nextRun({ run_hour: 9, run_days: [3] }, at("2026-03-04T09:00"))).toBe(at("2026-03-11T09:00"));
	});

	it("is none when no day is chosen", () => {
		expect(nextRun({ run_hour: 9, run_days: [] }, at("2026-03-04T09:00"))).toBeNull();
		expect(latestRun({ run_hour: 9, run_days: [] }, at("2026-03-04T09:00"))).toBeNull();
	});

	it("is an hour later when its hour does not exist that day", () => {
		const next = nextRun({ run_hour: 2, run_days: everyDay }, at("2026-03-28T12:00"));
		expect(localOf(next)).toBe("Sun Mar 29 2026 03:00");
	});

	it("comes once when its hour comes twice that day", () => {
		const plan = { run_hour: 2, run_days: everyDay };
		const first = nextRun(plan, at("2026-10-24T12:00"));
		expect(localOf(first)).toBe("Sun Oct 25 2026 02:00");
		expect(localOf(nextRun(plan, first ?? 0))).toBe("Mon Oct 26 2026 02:00");
		// In the second of the two hours.
		expect(localOf(nextRun(plan, (first ?? 0) + hourMs))).toBe("Mon Oct 26 2026 02:00");
	});

	it("stays at its local hour across a change of the clocks", () => {
		const plan = { run_hour: 9, run_days: everyDay };
		expect(nextRun(plan, at("2026-03-28T09:00"))).toBe(at("2026-03-29T09:00"));
		expect(at("2026-03-29T09:00") - at("2026-03-28T09:00")).toBe(23 * hourMs);
	});

	it("belongs to a day that is chosen and lies ahead, whenever one looks", () => {
		const days = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 });
		const moment = fc.integer({ min: at("2026-01-01T00:00"), max: at("2027-01-01T00:00") });
		fc.assert(
			fc.property(days, fc.integer({ min: 0, max: 23 }), moment, (run_days, run_hour, now) => {
				const plan = { run_hour, run_days };
				const [next, latest] = [nextRun(plan, now), latestRun(plan, now)];
				expect(next).toBeGreaterThan(now);
				expect(latest).toBeLessThanOrEqual(now);
				expect(run_days).toContain(new Date(next ?? 0).getDay());
				// Nothing lies between the two.
				expect(nextRun(plan, latest ?? 0)).toBe(next);
			}),
		);
	});
});

describe("the run that is owed", () => {
	const plan = { run_hour: 9, run_days: workdays };
	/** As after looking at that time for the first time. */
	const markAt = (local: string): ScheduleMark => dueRun(plan, at(local), undefined).mark;

	it("is none before the first time of the plan, and none from before it was looked at", () => {
		expect(dueRun(plan, at("2026-03-04T15:00"), undefined).due).toBeNull();
		expect(dueRun(plan, at("2026-03-05T08:59"), markAt("2026-03-04T15:00")).due).toBeNull();
	});

	it("is that of the hour, and is owed once", () => {
		const { due, mark } = dueRun(plan, at("2026-03-05T09:00:10"), markAt("2026-03-04T15:00"));
		expect(due).toEqual({ at: at("2026-03-05T09:00"), by: "schedule" });
		expect(dueRun(plan, at("2026-03-05T09:00:20"), mark).due).toBeNull();
		expect(dueRun(plan, at("2026-03-05T23:00"), mark).due).toBeNull();
	});

	it("is one made up, however many were missed while the browser was closed", () => {
		const { due, mark } = dueRun(plan, at("2026-03-18T20:00"), markAt("2026-03-04T15:00"));
		expect(due?.by).toBe("made-up");
		expect(dueRun(plan, at("2026-03-18T20:05"), mark).due).toBeNull();
		expect(dueRun(plan, at("2026-03-19T09:00"), mark).due?.by).toBe("schedule");
	});

	it("is made up on a day without runs as well", () => {
		// Saturday.
		const { due } = dueRun(plan, at("2026-03-07T10:00"), markAt("2026-03-05T15:00"));
		expect(due).toEqual({ at: at("2026-03-06T09:00"), by: "made-up" });
	});

	it("is none again when the clock is put back a little behind its hour", () => {
		const { mark } = dueRun(plan, at("2026-03-05T09:00"), markAt("2026-03-04T15:00"));
		expect(dueRun(plan, at("2026-03-05T08:00"), mark).due).toBeNull();
		expect(dueRun(plan, at("2026-03-05T09:00"), mark).due).toBeNull();
	});

	it("is owed again after a clock that was years ahead has been put right", () => {
		const { mark } = dueRun(plan, at("2030-03-05T09:00"), markAt("2026-03-04T15:00"));
		const { due, mark: after } = dueRun(plan, at("2026-03-05T09:30"), mark);
		expect(due).not.toBeNull();
		expect(dueRun(plan, at("2026-03-05T09:31"), after).due).toBeNull();
	});

	it("is none from before, when hour or days are changed", () => {
		const mark = markAt("2026-03-04T15:00");
		const earlier = { run_hour: 7, run_days: workdays };
		const { due, mark: after } = dueRun(earlier, at("2026-03-05T08:00"), mark);
		expect(due).toBeNull();
		expect(dueRun(earlier, at("2026-03-06T07:00"), after).due?.by).toBe("schedule");
	});

	it("comes once on the day its hour comes twice", () => {
		const night = { run_hour: 2, run_days: everyDay };
		let { mark } = dueRun(night, at("2026-10-24T12:00"), undefined);
		let runs = 0;
		const [from, until] = [at("2026-10-24T12:00"), at("2026-10-25T12:00")];
		for (let now = from; now < until; now += 10 * 60_000) {
			const looked = dueRun(night, now, mark);
			mark = looked.mark;
			if (looked.due) runs++;
		}
		expect(runs).toBe(1);
	});

	it("comes once on the day its hour does not exist", () => {
		const night = { run_hour: 2, run_days: everyDay };
		let { mark } = dueRun(night, at("2026-03-28T12:00"), undefined);
		let runs = 0;
		for (let now = at("2026-03-28T12:00"); now < at("2026-03-29T12:00"); now += 10 * 60_000) {
			const looked = dueRun(night, now, mark);
			mark = looked.mark;
			if (looked.due) runs++;
		}
		expect(runs).toBe(1);
	});
});
