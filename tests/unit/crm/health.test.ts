import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Endpoint } from "@/lib/crm/endpoint";
import { type CallOutcome, createHealthRecord, type HealthRecord } from "@/lib/crm/health-record";
import { memoryValue } from "../../fixtures/memory-storage";

const endpoint: Endpoint = { type: "sidePanel_CustomerInfo", url: "https://crm.example/c", method: "GET" };
const failed = { ok: false, failure: { reason: "timeout", afterMs: 1_000 } } as const;
const minute = 60_000;
const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

function createWorld() {
	const storage = memoryValue();
	const world = {
		time: 1_000_000,
		record: undefined as unknown as HealthRecord,
		startWorker: () => {
			world.record = createHealthRecord(storage, () => world.time);
		},
		/** Calls the endpoint and says how it went; false when it was not let. */
		async call(outcome: CallOutcome, force = false) {
			const begun = await world.record.begin(endpoint, { force });
			if (begun.ok) begun.value(outcome);
			await settle();
			return begun.ok;
		},
		async fail(times: number) {
			for (let time = 0; time < times; time++) await world.call(failed);
		},
	};
	world.startWorker();
	return world;
}

describe("an endpoint", () => {
	it("is called after four failures, and paused for a minute after five", async () => {
		const world = createWorld();
		await world.fail(4);
		expect(await world.call(failed)).toBe(true);
		const refused = await world.record.begin(endpoint, { force: false });
		expect(refused).toEqual({
			ok: false,
			failure: {
				reason: "endpoint-disabled",
				retryAt: world.time + minute,
				detail: "No answer within 1 s.",
			},
		});
	});

	it("is paused for twice as long after each trial that fails, and for an hour at most", async () => {
		const world = createWorld();
		await world.fail(5);
		const pauses: number[] = [];
		for (let trial = 0; trial < 8; trial++) {
			const { disabledUntil = 0 } = await world.record.of(endpoint);
			pauses.push((disabledUntil - world.time) / minute);
			world.time = disabledUntil;
			expect(await world.call(failed)).toBe(true);
		}
		expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
	});

	it("is tried by one call at a time once its pause is over", async () => {
		const world = createWorld();
		await world.fail(5);
		world.time += minute;
		const [first, second] = await Promise.all([
			world.record.begin(endpoint, { force: false }),
			world.record.begin(endpoint, { force: false }),
		]);
		expect([first?.ok, second?.ok]).toEqual([true, false]);
	});

	it("is healthy again after one success", async () => {
		const world = createWorld();
		await world.fail(5);
		world.time += minute;
		await world.call({ ok: true });
		expect(await world.record.of(endpoint)).toMatchObject({ consecutiveErrors: 0, pauses: 0 });
		await world.fail(4);
		expect(await world.call({ ok: true })).toBe(true);
	});

	it("that flaps is never paused while fewer than five calls in a row fail, and each time anew once five do", async () => {
		const world = createWorld();
		for (let flap = 0; flap < 5; flap++) {
			await world.fail(4);
			expect(await world.call({ ok: true })).toBe(true);
		}
		const pauses: number[] = [];
		for (let flap = 0; flap < 3; flap++) {
			await world.fail(5);
			const { disabledUntil = 0 } = await world.record.of(endpoint);
			pauses.push((disabledUntil - world.time) / minute);
			world.time = disabledUntil;
			expect(await world.call({ ok: true })).toBe(true);
		}
		expect(pauses).toEqual([1, 1, 1]);
	});

	it("is called during its pause when the user wants it", async () => {
		const world = createWorld();
		await world.fail(5);
		expect(await world.call(failed, true)).toBe(true);
		expect(await world.call({ ok: true }, true)).toBe(true);
		expect(await world.call({ ok: true })).toBe(true);
	});

	it("stays paused when the worker is ended", async () => {
		const world = createWorld();
		await world.fail(5);
		world.startWorker();
		expect(await world.call(failed)).toBe(false);
	});

	it("is another one with another URL, and starts healthy", async () => {
		const world = createWorld();
		await world.fail(5);
		const other = { ...endpoint, url: "https://crm.example/new" };
		expect((await world.record.begin(other, { force: false })).ok).toBe(true);
	});

	it.each(["cancelled", "internal"] as const)("is not blamed for what was %s", async (reason) => {
		const world = createWorld();
		const failure = reason === "internal" ? { reason, detail: "bug" } : { reason };
		for (let time = 0; time < 6; time++) await world.call({ ok: false, failure });
		expect(await world.record.of(endpoint)).toMatchObject({ consecutiveErrors: 0 });
	});

	it("is reset, alone or with all others", async () => {
		const world = createWorld();
		await world.fail(5);
		await world.record.reset(["globalSearch"]);
		expect(await world.call(failed)).toBe(false);
		await world.record.reset(["sidePanel_CustomerInfo"]);
		expect(await world.call({ ok: true })).toBe(true);
		await world.fail(5);
		await world.record.reset();
		expect(await world.call({ ok: true })).toBe(true);
	});

	it("starts healthy when its stored record cannot be read", async () => {
		const record = createHealthRecord(memoryValue({ x: 1 }), () => 0);
		expect((await record.begin(endpoint, { force: false })).ok).toBe(true);
	});
});

it("whatever happens, nothing is called during a pause, and a success ends it", async () => {
	const steps = fc.array(fc.record({ fails: fc.boolean(), wait: fc.nat({ max: 90 * minute }) }), {
		maxLength: 25,
	});
	await fc.assert(
		fc.asyncProperty(steps, async (all) => {
			const world = createWorld();
			for (const { fails, wait } of all) {
				const { disabledUntil } = await world.record.of(endpoint);
				const paused = disabledUntil !== undefined && world.time < disabledUntil;
				expect(await world.call(fails ? failed : { ok: true })).toBe(!paused);
				const after = await world.record.of(endpoint);
				if (!paused && !fails) expect(after).toMatchObject({ consecutiveErrors: 0 });
				expect((after.disabledUntil ?? world.time) - world.time).toBeLessThanOrEqual(60 * minute);
				world.time += wait;
			}
		}),
		{ numRuns: 25 },
	);
});
