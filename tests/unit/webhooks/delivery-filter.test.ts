import { expect, it } from "vitest";
import type { Delivery } from "@/lib/webhooks/delivery";
import { matches } from "@/lib/webhooks/delivery-filter";

const delivery: Delivery = {
	seq: 1,
	id: "evt_1",
	event: "phone.detected",
	body: JSON.stringify({ data: { phone: "+34612345678", contact_name: "Sofía Romero" } }),
	storedAt: 1_000,
	status: "delivered",
	attemptCount: 1,
	failures: 0,
	attempts: [{ number: 1, startedAt: 1_000, answer: "Señal recibida" }],
};

it.each([
	["a name without its accent", "sofia"],
	["a name in other case", "SOFÍA"],
	["a number as people write it", "+34 612 345-678"],
	["what the receiver said", "senal"],
	["the event's id", "evt_1"],
])("a search finds %s", (_case, text) => {
	expect(matches(delivery, { text })).toBe(true);
});

it.each([
	["delivered", undefined, true],
	["cancelled", "event-not-selected" as const, true],
	["cancelled", "by-hand" as const, false],
] as const)(
	"what is %s (%s) is meant where what a person cancelled is left out: %s",
	(status, why, meant) => {
		const one: Delivery = { ...delivery, status, ...(why && { cancelledBecause: why }) };
		expect(matches(one, { leaveOut: "cancelled-by-hand" })).toBe(meant);
		expect(matches(one, {})).toBe(true);
	},
);

it.each([
	["another name", { text: "sonia" }],
	["another number", { text: "+34 612 345 679" }],
	["another state", { text: "sofia", status: "failed" as const }],
	["a later time", { text: "sofia", since: 1_001 }],
])("a search finds nothing for %s", (_case, filter) => {
	expect(matches(delivery, filter)).toBe(false);
});
