import type { Customer } from "@/lib/crm/customer";
import { dayMs, isOpen } from "./candidates";
import type { Direction } from "./conversation";
import { orderSince } from "./crm-evidence";
import type { FollowUp, FollowUpAction } from "./follow-up";

/** A message of a follow-up's conversation. `at`: when it was seen to arrive, or else when the page says it was written. */
export type LaterMessage = { direction: Direction; at: number };

/**
 * What a message makes of a follow-up; the same one when it changes nothing. A customer is taken for contacted once we
 * wrote after the find, by whatever words; what they write after that, within the tracking days, is their reply. Who
 * writes before anybody followed up came back by themselves: nothing is left to do, and nothing to count.
 */
export function afterMessage(
	followUp: FollowUp,
	{ direction, at }: LaterMessage,
	trackingDays: number,
): FollowUp {
	const { state, foundAt, contactedAt } = followUp;
	if (isOpen(followUp)) {
		if (at <= foundAt) return followUp;
		if (direction === "outgoing") return { ...followUp, state: "contacted", contactedAt: at };
		if (direction === "incoming") return settledByItself(followUp, at);
		return followUp;
	}
	const isReply = state === "contacted" && direction === "incoming" && contactedAt !== undefined;
	if (!isReply || at < contactedAt || at > contactedAt + trackingDays * dayMs) return followUp;
	return { ...followUp, state: "replied", repliedAt: at };
}

/** Whether an order may still be the success of a follow-up, or the end of its need. */
export function awaitsOrder(followUp: FollowUp, trackingDays: number, now: number): boolean {
	if (isOpen(followUp)) return true;
	const { state, contactedAt } = followUp;
	return (
		(state === "contacted" || state === "replied") &&
		contactedAt !== undefined &&
		now <= contactedAt + trackingDays * dayMs
	);
}

/**
 * What the customer's orders make of a follow-up; the same one when they change nothing. An order since the customer was
 * contacted converts it. One since the find, before anybody followed up, leaves nothing to do.
 */
export function afterOrders(
	followUp: FollowUp,
	customers: readonly Customer[],
	trackingDays: number,
	now: number,
): FollowUp {
	if (!awaitsOrder(followUp, trackingDays, now)) return followUp;
	const { contactedAt, foundAt } = followUp;
	const order = orderSince(customers, contactedAt ?? foundAt);
	if (!order) return followUp;
	if (isOpen(followUp) || contactedAt === undefined)
		return { ...settledByItself(followUp, now), crmOrderFound: true };
	const name = order.name ?? order.date;
	return { ...followUp, state: "converted", convertedAt: now, ...(name !== undefined && { order: name }) };
}

/** What the agent did with a follow-up. What a customer did since is not undone by it. */
export function acted(followUp: FollowUp, action: FollowUpAction, now: number): FollowUp {
	const { snoozedUntil: _, ...awake } = followUp;
	switch (action.do) {
		case "contacted":
			return isOpen(followUp) ? { ...awake, state: "contacted", contactedAt: now } : followUp;
		case "snooze":
			return isOpen(followUp) ? { ...awake, state: "snoozed", snoozedUntil: action.until } : followUp;
		case "dismiss":
			return isOpen(followUp)
				? { ...awake, state: "dismissed", dismissedAt: now, dismissedBecause: action.because }
				: followUp;
		case "reopen": {
			if (followUp.repliedAt !== undefined || followUp.convertedAt !== undefined) return followUp;
			const { contactedAt: __, dismissedAt: ___, dismissedBecause: ____, ...open } = awake;
			return { ...open, state: "due" };
		}
	}
}

/** A snoozed follow-up whose time has come is due again. */
export const awake = (followUp: FollowUp, now: number): FollowUp =>
	followUp.state === "snoozed" && (followUp.snoozedUntil ?? 0) <= now
		? { ...followUp, state: "due" }
		: followUp;

function settledByItself(followUp: FollowUp, at: number): FollowUp {
	const { snoozedUntil: _, ...rest } = followUp;
	return { ...rest, state: "dismissed", dismissedAt: at, dismissedBecause: "already-handled" };
}
