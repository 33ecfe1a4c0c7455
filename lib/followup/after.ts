import type { Customer } from "@/lib/crm/customer";
import { dayMs, isOpen, minuteMs } from "./candidates";
import type { Direction } from "./conversation";
import { orderSince } from "./crm-evidence";
import type { FollowUp, FollowUpAction } from "./follow-up";

/** A message of a follow-up's conversation. `at`: when it was seen to arrive, or else when the page says it was written. */
export type LaterMessage = { direction: Direction; at: number };

/**
 * What a message makes of a follow-up; the same one when it changes nothing. A customer is taken for contacted once we
 * wrote after the find, by whatever words; what they write after that, within the tracking days, is their reply. Who
 * wrote before anybody followed up came back by themselves, and who had been written to when the find was made, unseen
 * here, was none: nothing is left to do, and nothing to count.
 */
export function afterMessage(followUp: FollowUp, message: LaterMessage, trackingDays: number): FollowUp {
	const { direction, at } = message;
	if (isOpen(followUp)) return direction === "unknown" ? followUp : whileOpen(followUp, direction, at);
	const { state, contactedAt } = followUp;
	const isReply = state === "contacted" && direction === "incoming" && contactedAt !== undefined;
	if (!isReply || at < contactedAt || at > contactedAt + trackingDays * dayMs) return followUp;
	return { ...followUp, state: "replied", repliedAt: at };
}

function whileOpen(followUp: FollowUp, direction: "incoming" | "outgoing", at: number): FollowUp {
	const { foundAt, finding } = followUp;
	// Told of again: the find knew it.
	if (at <= foundAt - (finding.silentForMs ?? 0)) return followUp;
	// Of a message that is not seen to arrive the page tells the minute alone.
	const isLater = at > foundAt - minuteMs;
	if (direction === "incoming" || !isLater) return settledByItself(followUp, at);
	const { snoozedUntil: _, ...rest } = followUp;
	return { ...rest, state: "contacted", contactedAt: Math.max(at, foundAt) };
}

/** Whether an order may still be the success of a follow-up, or the end of its need. */
export function awaitsOrder(followUp: FollowUp, trackingDays: number, now: number): boolean {
	// Who is to be followed up although they have ordered is left to the agent.
	if (isOpen(followUp)) return !followUp.crmOrderFound;
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
