import { fail, ok } from "@/lib/core/result";
import { handle } from "@/lib/messaging/server";
import {
	cancelDeliveries,
	deliveryHours,
	getDelivery,
	listDeliveries,
	removeDeliveries,
	sendDeliveriesAgain,
} from "@/lib/platform/deliveries";
import type { Services } from "./services";

/** The messages of the deliveries page, and of what is set beside the webhook itself. */
export function setupDeliveryMessages({ settings, outbox, tools: { now } }: Services): void {
	handle("getOutboxStatus", () => outbox.status());
	handle("noteClockPutBack", () => outbox.changed());
	handle("listDeliveries", ({ filter, ...page }) => listDeliveries(filter, page));
	handle("getDelivery", async ({ seq }) => (await getDelivery(seq)) ?? null);
	handle("getDeliveryHours", ({ since }) => deliveryHours(since));
	const thenTell = async (changed: Promise<number>) => {
		const number = await changed;
		outbox.changed();
		return number;
	};
	handle("sendDeliveriesAgain", (selection) => thenTell(sendDeliveriesAgain(selection, now())));
	handle("cancelDeliveries", (selection) => thenTell(cancelDeliveries(selection, now())));
	handle("removeDeliveries", (selection) => thenTell(removeDeliveries(selection)));

	handle("getPreferences", async () => {
		const read = await settings.read();
		if (!read.ok) return read;
		const { detection, deliveries, followup } = read.value;
		return ok({ detection, deliveries, followup });
	});
	handle("setPreferences", async (preferences) => {
		const updated = await settings.update((current) => ({ ...current, ...preferences }), "preferences");
		return updated.ok ? ok(null) : fail(updated.failure);
	});
}
