import { beforeEach, describe, expect, it, vi } from "vitest";
import { cancelDeliveries, removeDeliveries, sendDeliveriesAgain } from "@/lib/platform/deliveries";
import { deliveryCounts } from "@/lib/platform/delivery-counts";
import { outboxStore } from "@/lib/platform/outbox-store";
import { type Answer, createOutboxWorld, event, minute } from "./outbox-world";

let world: Awaited<ReturnType<typeof createOutboxWorld>>;
/** Ends the attempts that wait for an answer, the oldest first. */
let answerNext: (answer: Answer) => void;
beforeEach(async () => {
	world = await createOutboxWorld();
	const waiting: ((answer: Answer) => void)[] = [];
	answerNext = (answer) => waiting.shift()?.(answer);
	world.answers(() => new Promise((resolve) => waiting.push(resolve)));
});

const second = 1_000;
const cancelAll = () => cancelDeliveries({ filter: {} }, world.now());

/** One event whose first attempt is under way, and how the run it is in ends. */
async function underWay() {
	await world.enqueue(event("a", "A"));
	const outbox = world.startWorker();
	const running = outbox.run();
	await vi.waitFor(() => expect(world.ids()).toEqual(["a"]));
	return { outbox, running };
}

describe("a delivery cancelled while its attempt is under way", () => {
	it("counts the attempt at once, whose outcome nobody knows yet", async () => {
		const { running } = await underWay();
		expect(await cancelAll()).toBe(1);
		expect(await world.delivery("a")).toMatchObject({
			status: "cancelled",
			cancelledBecause: "by-hand",
			attemptCount: 1,
			attempts: [{ number: 1, startedAt: world.now(), failure: { reason: "cancelled" } }],
		});
		answerNext({});
		await running;
	});

	it.each([
		{ answer: {}, told: { status: 200, answer: "ok" } },
		{ answer: { status: 500 }, told: { status: 500, failure: { reason: "http-status", status: 500 } } },
		{ answer: "timeout" as const, told: { failure: { reason: "timeout" } } },
	])("stays cancelled, and notes what came of it: $told", async ({ answer, told }) => {
		const { running } = await underWay();
		await cancelAll();
		answerNext(answer);
		await running;
		const { attempts, ...delivery } = await world.delivery("a");
		expect(delivery).toMatchObject({ status: "cancelled", attemptCount: 1 });
		expect(delivery).not.toHaveProperty("dueAt");
		expect(attempts).toEqual([expect.objectContaining({ number: 1, latencyMs: 0, ...told })]);
		expect(attempts[0]?.failure?.reason).not.toBe("cancelled");
		expect(await deliveryCounts()).toEqual({ pending: 0, delivered: 0, failed: 0, cancelled: 1 });
		expect((await outboxStore.readState()).lateOutcomeAt).toBe(world.now());
		expect(world.requests).toHaveLength(1);
	});

	it("is sent again under the next number, also before the first attempt has ended", async () => {
		const { outbox, running } = await underWay();
		await cancelAll();
		world.pass(second);
		await sendDeliveriesAgain({ filter: {} }, world.now());
		void outbox.run();
		await vi.waitFor(() => expect(world.ids()).toEqual(["a", "a"]));
		expect(world.requests.map(({ headers }) => headers["X-Webhook-Attempt"])).toEqual(["1", "2"]);
		answerNext({ status: 500 });
		answerNext({});
		await running;
		expect(await world.delivery("a")).toMatchObject({
			status: "delivered",
			attemptCount: 2,
			attempts: [
				{ number: 1, status: 500 },
				{ number: 2, status: 200 },
			],
		});
	});

	it("has both outcomes when the later attempt ends first", async () => {
		const { outbox, running } = await underWay();
		await cancelAll();
		world.pass(second);
		await sendDeliveriesAgain({ filter: {} }, world.now());
		let answerSecond = (_answer: Answer) => {};
		world.answers(() => new Promise((resolve) => (answerSecond = resolve)));
		void outbox.run();
		await vi.waitFor(() => expect(world.ids()).toEqual(["a", "a"]));
		answerSecond({});
		await vi.waitFor(async () => expect((await world.delivery("a")).status).toBe("delivered"));
		answerNext("unreachable");
		await running;
		expect((await world.delivery("a")).attempts).toMatchObject([
			{ number: 1, failure: { reason: "unreachable" } },
			{ number: 2, status: 200 },
		]);
	});

	it("keeps the attempt as one of unknown outcome when the worker ends, and is not sent by the next", async () => {
		await world.enqueue(event("a"));
		await outboxStore.claim(10, world.now());
		await cancelAll();
		await world.startWorker().run();
		expect(world.requests).toEqual([]);
		expect(await world.delivery("a")).toMatchObject({
			status: "cancelled",
			attemptCount: 1,
			attempts: [{ number: 1, failure: { reason: "cancelled" } }],
		});
	});

	it("does not come back when it was removed before the attempt ended", async () => {
		const { running } = await underWay();
		await cancelAll();
		await removeDeliveries({ filter: {} });
		answerNext({});
		await running;
		expect(await world.deliveries()).toEqual([]);
		expect(await deliveryCounts()).toEqual({ pending: 0, delivered: 0, failed: 0, cancelled: 0 });
	});

	it("lets the next of its conversation go on", async () => {
		const { outbox, running } = await underWay();
		await world.enqueue(event("b", "A"));
		await cancelDeliveries({ seqs: [(await world.delivery("a")).seq] }, world.now());
		world.answers(() => ({}));
		void outbox.runAnew();
		await vi.waitFor(async () => expect((await world.delivery("b")).status).toBe("delivered"));
		answerNext({ status: 500 });
		await running;
		expect(world.ids()).toEqual(["a", "b"]);
		expect((await world.delivery("a")).attempts).toMatchObject([{ number: 1, status: 500 }]);
	});
});

describe("what is cancelled before its attempt began", () => {
	it("is not sent although it was claimed, and no attempt is counted", async () => {
		await world.enqueue(...Array.from({ length: 20 }, (_, index) => event(`e${index}`)));
		const outbox = world.startWorker();
		const running = outbox.run();
		await vi.waitFor(() => expect(world.requests).toHaveLength(6));
		const { seq } = await world.delivery("e19");
		expect(await cancelDeliveries({ seqs: [seq] }, world.now())).toBe(1);
		world.answers(() => ({}));
		void outbox.runAnew();
		for (let sent = 0; sent < 6; sent++) answerNext({});
		await running;
		expect(new Set(world.ids()).size).toBe(19);
		expect(world.requests).toHaveLength(19);
		expect(world.ids()).not.toContain("e19");
		expect(await world.delivery("e19")).toMatchObject({ status: "cancelled", attemptCount: 0, attempts: [] });
		expect(await deliveryCounts()).toEqual({ pending: 0, delivered: 19, failed: 0, cancelled: 1 });
	});

	it("is not sent by a queue that goes slowly either", async () => {
		world.answers(() => ({ status: 429, retryAfter: "10" }));
		await world.enqueue(event("first"));
		const outbox = world.startWorker();
		await outbox.run();
		await world.enqueue(event("b"), event("c"), event("d"));
		world.answers(async (_request, id) => {
			if (id !== "b") return {};
			await cancelDeliveries({ seqs: [(await world.delivery("c")).seq] }, world.now());
			void outbox.runAnew();
			return {};
		});
		await outbox.run();
		expect(world.ids().filter((id) => id !== "first")).toEqual(["b", "d"]);
		expect(await world.delivery("c")).toMatchObject({ status: "cancelled", attemptCount: 0, attempts: [] });
	});
});

it("an event that happens again goes on counting the attempts of its id", async () => {
	world.answers(() => ({ status: 200 }));
	await world.enqueue(event("a"));
	const outbox = world.startWorker();
	await outbox.run();
	world.pass(minute);
	await world.enqueue({ ...event("a"), body: '{"event":"phone.detected","again":true}' });
	await outbox.run();
	expect(world.requests.map(({ headers }) => headers["X-Webhook-Attempt"])).toEqual(["1", "2"]);
	expect(await world.delivery("a")).toMatchObject({
		storedAt: world.now(),
		attemptCount: 2,
		attempts: [{ number: 1 }, { number: 2 }],
	});
});
