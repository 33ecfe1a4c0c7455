import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fail, ok } from "@/lib/core/result";
import { createWorkerEngine, type JobWorker, type WorkerMessage } from "@/lib/platform/mapping/worker-engine";

/** A worker that does what the test says. */
function fakeWorkers() {
	const workers: (JobWorker & { jobs: unknown[]; ended: boolean; say(message: WorkerMessage): void })[] = [];
	const start = () => {
		const worker: (typeof workers)[number] = {
			jobs: [],
			ended: false,
			onmessage: null,
			onerror: null,
			postMessage: (job: unknown) => void worker.jobs.push(job),
			terminate() {
				worker.ended = true;
			},
			say: (data) => worker.onmessage?.call(worker as unknown as Worker, { data } as MessageEvent),
		};
		workers.push(worker);
		return worker;
	};
	return { workers, engine: createWorkerEngine(start) };
}

const job = (expression: string) => ({ expression, input: "{}" });
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe("a worker for mappings", () => {
	it("is given one job after the other", async () => {
		const { workers, engine } = fakeWorkers();
		const first = engine.run(job("a"));
		const second = engine.run(job("b"));
		await settle();
		expect(workers.map(({ jobs }) => jobs)).toEqual([[job("a")]]);
		workers[0]?.say("begun");
		workers[0]?.say({ result: ok("1") });
		expect(await first).toEqual(ok("1"));
		await settle();
		expect(workers[0]?.jobs).toEqual([job("a"), job("b")]);
		workers[0]?.say({ result: ok("2") });
		expect(await second).toEqual(ok("2"));
		expect(workers).toHaveLength(1);
	});

	it("is ended when it works for longer than a second, and the next job gets another", async () => {
		const { workers, engine } = fakeWorkers();
		const endless = engine.run(job("endless"));
		const next = engine.run(job("next"));
		await settle();
		workers[0]?.say("begun");
		await vi.advanceTimersByTimeAsync(999);
		expect(workers[0]?.ended).toBe(false);
		await vi.advanceTimersByTimeAsync(1);
		expect(await endless).toEqual(fail({ problem: "too-slow", limitMs: 1_000 }));
		expect(workers[0]?.ended).toBe(true);
		await settle();
		workers[1]?.say({ result: ok("3") });
		expect(await next).toEqual(ok("3"));
	});

	it("may take its time to start", async () => {
		const { workers, engine } = fakeWorkers();
		const slow = engine.run(job("a"));
		await vi.advanceTimersByTimeAsync(5_000);
		workers[0]?.say("begun");
		workers[0]?.say({ result: ok("1") });
		expect(await slow).toEqual(ok("1"));
	});

	it("that never starts is given up", async () => {
		const { engine } = fakeWorkers();
		const lost = engine.run(job("a"));
		await vi.advanceTimersByTimeAsync(10_000);
		expect(await lost).toMatchObject({ ok: false, failure: { problem: "not-run" } });
	});

	it("that breaks is told of, and replaced", async () => {
		const { workers, engine } = fakeWorkers();
		const broken = engine.run(job("a"));
		await settle();
		workers[0]?.onerror?.call(workers[0] as unknown as Worker, { message: "out of memory" } as ErrorEvent);
		expect(await broken).toEqual(fail({ problem: "not-run", detail: "out of memory" }));
		void engine.run(job("b"));
		await settle();
		expect(workers).toHaveLength(2);
	});
});
