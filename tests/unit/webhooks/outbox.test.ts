import { beforeEach, describe, expect, it, vi } from "vitest";
import { deliveryCounts } from "@/lib/platform/delivery-counts";
import { outboxStore } from "@/lib/platform/outbox-store";
import { createOutboxWorld, event, hour, minute } from "./outbox-world";

let world: Awaited<ReturnType<typeof createOutboxWorld>>;
beforeEach(async () => {
	world = await createOutboxWorld();
});

describe("an event", () => {
	it("is sent once, signed, and kept as delivered with its attempt", async () => {
		await world.enqueue(event("a"));
		await world.startWorker().run();
		expect(world.requests).toHaveLength(1);
		expect(world.requests[0]).toMatchObject({
			url: "https://hooks.example.com/in",
			method: "POST",
			body: event("a").body,
			headers: { "webhook-id": "a", "X-Webhook-Attempt": "1", "X-WAzion-Signature": expect.any(String) },
		});
		expect(await world.delivery("a")).toMatchObject({
			status: "delivered",
			attemptCount: 1,
			attempts: [{ number: 1, status: 200, answer: "ok", latencyMs: 0 }],
			settledAt: world.now(),
		});
		expect(world.wakes.at(-1)).toBeUndefined();
	});

	it("is stored once however often it is reported while it is pending", async () => {
		expect(await world.enqueue(event("a"), event("a"))).toBe(1);
		expect(await world.enqueue(event("a"))).toBe(0);
		expect(await deliveryCounts()).toEqual({ pending: 1, delivered: 0, failed: 0, cancelled: 0 });
	});

	it("that happens again after it was settled is one delivery, sent again", async () => {
		await world.enqueue(event("a"));
		const outbox = world.startWorker();
		await outbox.run();
		expect(await world.enqueue(event("a"))).toBe(1);
		await outbox.run();
		expect(world.ids()).toEqual(["a", "a"]);
		expect(await deliveryCounts()).toEqual({ pending: 0, delivered: 1, failed: 0, cancelled: 0 });
	});

	it("that fails goes through the whole schedule with the same id and body, and is kept as failed", async () => {
		world.answers(() => ({ status: 500 }));
		await world.enqueue(event("a"));
		const outbox = world.startWorker();
		const start = world.now();
		for (let run = 0; run < 2_000 && (await world.delivery("a")).status === "pending"; run++) {
			await outbox.run();
			const wake = world.wakes.at(-1);
			if (wake !== undefined) world.pass(wake - world.now());
		}
		const hours = [2, 5, 10, 14, 20, 24].map((hours) => hours * hour);
		const pauses = [5_000, 5 * minute, 30 * minute, ...hours];
		let at = start;
		expect(world.requests.map((request) => request.at)).toEqual([
			start,
			...pauses.map((pause) => {
				at += pause;
				return at;
			}),
		]);
		expect(new Set(world.requests.map(({ id, body }) => `${id} ${body}`)).size).toBe(1);
		expect(world.requests.map(({ headers }) => headers["X-Webhook-Attempt"])).toEqual(
			Array.from({ length: 10 }, (_, index) => String(index + 1)),
		);
		expect(await world.delivery("a")).toMatchObject({ status: "failed", failures: 10, attemptCount: 10 });
		expect(await deliveryCounts()).toMatchObject({ pending: 0, failed: 1 });
		expect(world.wakes.at(-1)).toBeUndefined();
	});

	it.each(["unreachable", "timeout", "redirected"] as const)(
		"that meets %s is tried again",
		async (failure) => {
			world.answers(() => failure);
			await world.enqueue(event("a"));
			await world.startWorker().run();
			expect(await world.delivery("a")).toMatchObject({
				status: "pending",
				dueAt: world.now() + 5_000,
				attempts: [{ failure: { reason: failure } }],
			});
			expect(world.wakes.at(-1)).toBe(world.now() + 5_000);
		},
	);

	it.each([199, 300, 301, 304, 400, 404, 500])("answered with %d is not delivered", async (status) => {
		world.answers(() => ({ status }));
		await world.enqueue(event("a"));
		await world.startWorker().run();
		expect((await world.delivery("a")).status).toBe("pending");
	});

	it("waits as long as the receiver asks for", async () => {
		world.answers(() => ({ status: 503, retryAfter: "600" }));
		await world.enqueue(event("a"));
		await world.startWorker().run();
		expect((await world.delivery("a")).dueAt).toBe(world.now() + 600_000);
	});

	it("goes to the URL and with the secret of the moment it is tried", async () => {
		world.answers(() => ({ status: 500 }));
		await world.enqueue(event("a"));
		const outbox = world.startWorker();
		await outbox.run();
		world.setReceiver({ url: "https://new.example.com/", secrets: [], events: ["phone.detected"] });
		world.answers(() => ({}));
		world.pass(5_000);
		await outbox.run();
		expect(world.requests.map(({ url }) => url)).toEqual([
			"https://hooks.example.com/in",
			"https://new.example.com/",
		]);
		expect(world.requests[1]?.headers).not.toHaveProperty("X-WAzion-Signature");
	});
});

describe("events of one conversation", () => {
	it("go in order, one at a time; others are not held up", async () => {
		const log: string[] = [];
		world.answers(async (_request, id) => {
			log.push(`${id} begins`);
			await new Promise((resolve) => setTimeout(resolve, id.startsWith("a") ? 4 : 1));
			log.push(`${id} ends`);
			return {};
		});
		await world.enqueue(event("a1", "A"), event("a2", "A"), event("a3", "A"), event("b1", "B"), event("c1"));
		await world.startWorker().run();
		expect(log.filter((line) => line.startsWith("a"))).toEqual([
			"a1 begins",
			"a1 ends",
			"a2 begins",
			"a2 ends",
			"a3 begins",
			"a3 ends",
		]);
		expect(log.indexOf("b1 ends")).toBeLessThan(log.indexOf("a1 ends"));
		expect(log.indexOf("c1 ends")).toBeLessThan(log.indexOf("a1 ends"));
	});

	it("wait behind one that fails, until it has failed three times and steps aside", async () => {
		world.answers((_request, id) => ({ status: id === "a1" ? 500 : 200 }));
		await world.enqueue(event("a1", "A"), event("a2", "A"));
		const outbox = world.startWorker();
		await outbox.run();
		world.pass(5_000);
		await outbox.run();
		expect(world.ids()).toEqual(["a1", "a1"]);
		await world.enqueue(event("a3", "A"));
		world.pass(5 * minute);
		await outbox.run();
		expect(world.ids()).toEqual(["a1", "a1", "a1", "a2", "a3"]);
		expect(await world.delivery("a1")).toMatchObject({ status: "pending", failures: 3 });
	});

	it("that come while the receiver lets one of another wait do not wait with it", async () => {
		let answerFirst = () => {};
		world.answers((_request, id) =>
			id === "a1" ? new Promise((resolve) => (answerFirst = () => resolve({}))) : {},
		);
		await world.enqueue(event("a1", "A"));
		const outbox = world.startWorker();
		const running = outbox.run();
		await vi.waitFor(() => expect(world.ids()).toEqual(["a1"]));
		await world.enqueue(event("b1", "B"), event("c1", "C"));
		void outbox.run();
		await vi.waitFor(() => expect(world.ids().toSorted()).toEqual(["a1", "b1", "c1"]));
		answerFirst();
		await running;
		expect(await deliveryCounts()).toMatchObject({ pending: 0, delivered: 3 });
	});

	it("that come while one is being sent wait for it", async () => {
		let late: Promise<unknown> = Promise.resolve();
		world.answers(async (_request, id) => {
			if (id === "a1") late = world.enqueue(event("a2", "A"));
			await late;
			return {};
		});
		await world.enqueue(event("a1", "A"));
		const outbox = world.startWorker();
		await outbox.run();
		await outbox.run();
		expect(world.ids()).toEqual(["a1", "a2"]);
	});
});

describe("a run", () => {
	it("sends six at once, not more, and leaves nothing", async () => {
		world.answers(() => new Promise((resolve) => setTimeout(() => resolve({}), 1)));
		await world.enqueue(...Array.from({ length: 200 }, (_, index) => event(`e${index}`, `c${index % 50}`)));
		await world.startWorker().run();
		expect(new Set(world.ids()).size).toBe(200);
		expect(world.requests).toHaveLength(200);
		expect(world.mostAtOnce()).toBe(6);
		expect(await deliveryCounts()).toMatchObject({ pending: 0, delivered: 200 });
	});

	it("is one, however many ask for it at once", async () => {
		await world.enqueue(event("a"), event("b"));
		const [one, other] = [world.startWorker(), world.startWorker()];
		await Promise.all([one.run(), other.run(), one.run(), other.run()]);
		expect(world.ids().toSorted()).toEqual(["a", "b"]);
	});

	it("sends again what a worker that ended was sending, and says so", async () => {
		await world.enqueue(event("a", "A"), event("b", "A"));
		// A worker claims, and ends before it writes down what came of it.
		await outboxStore.claim(10, world.now());
		await world.startWorker().run();
		expect(world.ids()).toEqual(["a", "b"]);
		expect(await world.delivery("a")).toMatchObject({
			status: "delivered",
			attemptCount: 2,
			failures: 0,
			attempts: [
				{ number: 1, failure: { reason: "worker-ended" } },
				{ number: 2, status: 200 },
			],
		});
	});

	it("takes up what could not be written down, and says what the browser said", async () => {
		await world.enqueue(event("a"));
		let full = true;
		const store = {
			...outboxStore,
			settle: (...parameters: Parameters<typeof outboxStore.settle>) =>
				full ? Promise.reject(new Error("QuotaExceededError")) : outboxStore.settle(...parameters),
		};
		const outbox = world.startWorker(store);
		await outbox.run();
		expect(world.storageProblem()).toEqual({ at: world.now(), detail: "QuotaExceededError" });
		expect(world.wakes.at(-1)).toBe(world.now() + minute);
		full = false;
		await outbox.run();
		expect(world.ids()).toEqual(["a", "a"]);
		expect((await world.delivery("a")).status).toBe("delivered");
	});

	it("says that nothing is stored when not even that can be, and goes on when it can", async () => {
		await world.enqueue(event("a"));
		let full = true;
		const refusing =
			<P extends unknown[], T>(call: (...parameters: P) => Promise<T>) =>
			(...parameters: P) =>
				full ? Promise.reject(new Error("QuotaExceededError")) : call(...parameters);
		const { claim, settle, unclaim, recover, shift, writeState } = outboxStore;
		const outbox = world.startWorker({
			...outboxStore,
			claim: refusing(claim),
			settle: refusing(settle),
			unclaim: refusing(unclaim),
			recover: refusing(recover),
			shift: refusing(shift),
			writeState: refusing(writeState),
		});
		await outbox.run();
		expect(world.requests).toEqual([]);
		expect(world.storageProblem()?.detail).toBe("QuotaExceededError");
		expect(world.wakes.at(-1)).toBe(world.now() + minute);
		full = false;
		await outbox.run();
		expect(world.ids()).toEqual(["a"]);
		expect(world.storageProblem()).toBeUndefined();
	});

	it("fires once after a long sleep, and says how long nobody was there", async () => {
		world.answers(() => ({ status: 500 }));
		await world.enqueue(event("a"));
		await world.startWorker().run();
		const closedAt = world.now();
		world.pass(3 * hour);
		world.answers(() => ({}));
		await world.startWorker().run();
		expect(world.requests).toHaveLength(2);
		expect((await outboxStore.readState()).pauses).toEqual([{ from: closedAt, until: closedAt + 3 * hour }]);
	});

	it("tries each of a hundred once on waking, however many retries the sleep has missed", async () => {
		world.answers(() => ({ status: 500 }));
		await world.enqueue(...Array.from({ length: 100 }, (_, index) => event(`e${index}`, `c${index}`)));
		await world.startWorker().run();
		expect(world.requests).toHaveLength(100);
		// Five pauses of the schedule are shorter.
		world.pass(9 * hour);
		const worker = world.startWorker();
		// An alarm, an opened page and the connection that is back wake it together.
		await Promise.all([worker.run(), worker.run(), worker.run()]);
		await worker.run();
		expect(world.requests).toHaveLength(200);
		expect(new Set(world.ids().slice(100)).size).toBe(100);
		const waiting = await world.deliveries();
		expect(waiting.every(({ failures, dueAt = 0 }) => failures === 2 && dueAt > world.now())).toBe(true);
		expect(world.wakes.at(-1)).toBe(world.now() + 5 * minute);
	});

	it("moves the queue along when the clock is put back", async () => {
		world.answers(() => ({ status: 500 }));
		await world.enqueue(event("a"));
		const outbox = world.startWorker();
		await outbox.run();
		world.pass(-hour);
		await outbox.run();
		expect((await world.delivery("a")).dueAt).toBe(world.now() + 5_000);
		expect(world.wakes.at(-1)).toBe(world.now() + 5_000);
	});

	it("moves a pause the receiver asked for along when the clock is put back", async () => {
		world.answers(() => ({ status: 429, retryAfter: "90" }));
		await world.enqueue(event("a"));
		const outbox = world.startWorker();
		await outbox.run();
		world.pass(-hour);
		await outbox.run();
		expect((await outboxStore.readState()).throttle.until).toBe(world.now() + 90_000);
		expect(world.wakes.at(-1)).toBe(world.now() + 90_000);
	});

	it("waits no longer when the clock is put back in the moment it goes to sleep", async () => {
		world.answers(() => ({ status: 500 }));
		await world.enqueue(event("a"));
		const outbox = world.startWorker({
			...outboxStore,
			async writeState(change) {
				const state = await outboxStore.writeState(change);
				// What is written before anything is sent belongs to the run's beginning.
				if (world.requests.length > 0) world.pass(-hour);
				return state;
			},
		});
		await outbox.run();
		expect(world.wakes.at(-1)).toBe(world.now() + 5_000);
	});

	it("notices a clock that is put back while it sends", async () => {
		world.answers(() => ({ status: 500 }));
		await world.enqueue(event("a"));
		const outbox = world.startWorker();
		await outbox.run();
		world.answers(() => {
			world.pass(-hour);
			return {};
		});
		await world.enqueue(event("b"));
		await outbox.run();
		expect(world.ids()).toEqual(["a", "b"]);
		expect((await world.delivery("a")).dueAt).toBe(world.now() + 5_000);
		expect(world.wakes.at(-1)).toBe(world.now() + 5_000);
	});
});

describe("nothing is sent", () => {
	it("while the webhook is off, and all of it when it is on again", async () => {
		const receiver = world.receiver();
		world.setReceiver(null);
		await world.enqueue(event("a"));
		const outbox = world.startWorker();
		await outbox.run();
		expect(world.requests).toEqual([]);
		world.setReceiver(receiver);
		await outbox.run();
		expect(world.ids()).toEqual(["a"]);
		expect((await world.delivery("a")).attemptCount).toBe(1);
	});

	it("without permission for the host, and no attempt is counted", async () => {
		world.setPermission(false);
		await world.enqueue(event("a"));
		const outbox = world.startWorker();
		await outbox.run();
		expect(world.requests).toEqual([]);
		expect(await world.delivery("a")).toMatchObject({ status: "pending", attemptCount: 0 });
		world.setPermission(true);
		await outbox.run();
		expect(world.ids()).toEqual(["a"]);
	});

	it("without a connection; it is looked for again in a minute", async () => {
		world.setOnline(false);
		await world.enqueue(event("a"));
		await world.startWorker().run();
		expect(world.requests).toEqual([]);
		expect(world.wakes.at(-1)).toBe(world.now() + minute);
	});

	it("after the receiver said 410: the webhook is turned off, and what waits is kept", async () => {
		world.answers(() => ({ status: 410 }));
		await world.enqueue(...["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"].map((id) => event(id, "A")));
		await world.startWorker().run();
		expect(world.ids()).toEqual(["a"]);
		expect(world.disabled).toEqual(["https://hooks.example.com/in"]);
		expect((await outboxStore.readState()).gone).toEqual({
			at: world.now(),
			url: "https://hooks.example.com/in",
		});
		expect(await deliveryCounts()).toMatchObject({ pending: 10 });
	});

	it("of an event that is no longer selected; it is kept as cancelled", async () => {
		await world.enqueue(event("a", "A"), { ...event("b", "A"), event: "followup.detected" });
		const receiver = world.receiver();
		world.setReceiver(receiver && { ...receiver, events: ["followup.detected"] });
		await world.startWorker().run();
		expect(world.ids()).toEqual(["b"]);
		expect(await world.delivery("a")).toMatchObject({
			status: "cancelled",
			cancelledBecause: "event-not-selected",
		});
	});
});

it.each([429, 502, 504])("slows down on %d, and goes on at the pace the receiver takes", async (status) => {
	let refuse = 2;
	world.answers(() => ({ status: refuse-- > 0 ? status : 200 }));
	await world.enqueue(event("a"));
	const outbox = world.startWorker();
	await outbox.run();
	await world.enqueue(...Array.from({ length: 8 }, (_, index) => event(`e${index}`)));
	await outbox.run();
	world.pass(5_000);
	await outbox.run();
	const slow = world.requests.slice(1, 4).map(({ at }) => at);
	expect(new Set(slow).size).toBe(3);
	expect(await deliveryCounts()).toMatchObject({ pending: 0, delivered: 9 });
	expect((await outboxStore.readState()).throttle.pauseMs).toBe(0);
});

it("leaves a long pause to an alarm", async () => {
	world.answers(() => ({ status: 429, retryAfter: "90" }));
	await world.enqueue(event("a"));
	const outbox = world.startWorker();
	await outbox.run();
	await world.enqueue(event("b"));
	await outbox.run();
	expect(world.ids()).toEqual(["a"]);
	expect(world.wakes.at(-1)).toBe(world.now() + 90_000);
	expect(await world.delivery("b")).toMatchObject({ status: "pending", attemptCount: 0 });
});
