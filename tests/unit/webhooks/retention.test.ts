import { beforeEach, describe, expect, it } from "vitest";
import { pruneDeliveries } from "@/lib/platform/deliveries";
import { deliveryCounts } from "@/lib/platform/delivery-counts";
import { createOutboxWorld, event, hour } from "./outbox-world";

const day = 24 * hour;
let world: Awaited<ReturnType<typeof createOutboxWorld>>;
beforeEach(async () => {
	world = await createOutboxWorld();
});

const kept = async () => (await world.deliveries()).map(({ id }) => id);

/** One that is delivered, one that has failed, and one that waits. */
async function oneOfEach(): Promise<void> {
	world.answers((_request, id) => (id.startsWith("delivered") ? {} : { status: 500 }));
	await world.enqueue(event("delivered"), event("failed"));
	const outbox = world.startWorker();
	// The schedule's pauses are three days and some hours in all.
	for (let run = 0; run < 12; run++) {
		await outbox.run();
		world.pass(day);
	}
	await world.enqueue(event("waiting"));
	await outbox.run();
	expect(await deliveryCounts()).toMatchObject({ delivered: 1, failed: 1, pending: 1 });
}

describe("deliveries are kept", () => {
	it("for 30 days once they are delivered, and until they are removed when they failed", async () => {
		await oneOfEach();
		const retention = { keep_delivered_days: 30, keep_failed_days: 0 };
		// It was delivered on the first of thirteen days.
		world.pass(17 * day);
		await pruneDeliveries(retention, world.now());
		expect(await kept()).toEqual(["delivered", "failed", "waiting"]);
		world.pass(2 * day);
		await pruneDeliveries(retention, world.now());
		expect(await kept()).toEqual(["failed", "waiting"]);
		world.pass(1_000 * day);
		await pruneDeliveries(retention, world.now());
		expect(await kept()).toEqual(["failed", "waiting"]);
		expect(await deliveryCounts()).toMatchObject({ delivered: 0, failed: 1, pending: 1 });
	});

	it("as long as is set, and what waits until it is settled", async () => {
		await oneOfEach();
		world.pass(10 * day);
		await pruneDeliveries({ keep_delivered_days: 1, keep_failed_days: 5 }, world.now());
		expect(await kept()).toEqual(["waiting"]);
		expect(await deliveryCounts()).toMatchObject({ delivered: 0, failed: 0, pending: 1 });
	});
});
