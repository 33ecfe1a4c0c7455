import { beforeEach, describe, expect, it } from "vitest";
import { cancelDeliveries, deliveryHours, sendDeliveriesAgain } from "@/lib/platform/deliveries";
import { deliveryCounts } from "@/lib/platform/delivery-counts";
import { createOutboxWorld, event, hour } from "./outbox-world";

let world: Awaited<ReturnType<typeof createOutboxWorld>>;
beforeEach(async () => {
	world = await createOutboxWorld();
});

const statuses = async () =>
	Object.fromEntries((await world.deliveries()).map(({ id, status }) => [id, status]));

/** One delivered, one failed for good, one that a person cancelled and one whose event was no longer selected. */
async function oneOfEach() {
	world.answers((_request, id) => (id === "delivered" ? {} : { status: 500 }));
	await world.enqueue(event("delivered"), event("failed"));
	const outbox = world.startWorker();
	for (let run = 0; run < 12; run++) {
		await outbox.run();
		world.pass(24 * hour);
	}
	const receiver = world.receiver();
	world.setReceiver(null);
	await world.enqueue(event("cancelled"));
	await cancelDeliveries({ filter: { status: "pending" } }, world.now());
	await world.enqueue({ ...event("unselected"), event: "followup.detected" });
	world.setReceiver(receiver && { ...receiver, events: ["phone.detected"] });
	await outbox.run();
	world.setReceiver(receiver);
	expect(await statuses()).toEqual({
		delivered: "delivered",
		failed: "failed",
		cancelled: "cancelled",
		unselected: "cancelled",
	});
	world.answers(() => ({}));
	world.requests.length = 0;
	return outbox;
}

describe("sending again", () => {
	it("of all that failed means nothing else", async () => {
		const outbox = await oneOfEach();
		expect(await sendDeliveriesAgain({ filter: { status: "failed" } }, world.now())).toBe(1);
		await outbox.run();
		expect(world.ids()).toEqual(["failed"]);
	});

	it("of everything since a moment leaves out what a person cancelled, where that is asked for", async () => {
		const outbox = await oneOfEach();
		const everything = { since: world.now() - 30 * 24 * hour, leaveOut: "cancelled-by-hand" as const };
		expect(await sendDeliveriesAgain({ filter: everything }, world.now())).toBe(3);
		await outbox.run();
		expect(world.ids().toSorted()).toEqual(["delivered", "failed", "unselected"]);
		expect((await statuses()).cancelled).toBe("cancelled");
		expect(await deliveryCounts()).toEqual({ pending: 0, delivered: 3, failed: 0, cancelled: 1 });
	});

	it("of all that is cancelled means what a person cancelled too", async () => {
		const outbox = await oneOfEach();
		expect(await sendDeliveriesAgain({ filter: { status: "cancelled" } }, world.now())).toBe(2);
		await outbox.run();
		expect(world.ids().toSorted()).toEqual(["cancelled", "unselected"]);
	});
});

it("the chart's hours tell attempts that are made again from deliveries that failed for good", async () => {
	world.answers(() => ({ status: 500 }));
	await world.enqueue(event("a"));
	const outbox = world.startWorker();
	await outbox.run();
	const sum = async () => {
		const hours = await deliveryHours(0);
		const add = (field: "delivered" | "failed" | "retried") =>
			hours.reduce((total, one) => total + (one[field] ?? 0), 0);
		return { delivered: add("delivered"), failed: add("failed"), retried: add("retried") };
	};
	expect(await sum()).toEqual({ delivered: 0, failed: 0, retried: 1 });
	for (let run = 0; run < 12; run++) {
		world.pass(24 * hour);
		await outbox.run();
	}
	// Ten attempts; the last is not made again.
	expect(await sum()).toEqual({ delivered: 0, failed: 1, retried: 9 });
	world.answers(() => ({}));
	await sendDeliveriesAgain({ filter: {} }, world.now());
	await outbox.run();
	expect(await sum()).toEqual({ delivered: 1, failed: 1, retried: 9 });
});
