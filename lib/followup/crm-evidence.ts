import type { AbandonedCart, Customer, Order } from "@/lib/crm/customer";
import type { KeptMessage } from "./conversation";
import type { Finding } from "./finding";

const dayMs = 86_400_000;
/** An older cart is of another time. */
const cartCountsMs = 30 * dayMs;
/** What a CRM calls an order that came to nothing, in its own words. */
const cameToNothing = /cancel|refund|void|fail|anulad|reembols|rechazad|recusad|estornad/i;

/**
 * An order since a moment (ms since the epoch), the latest of several; of whichever customer has the number, because it
 * is worse to bother who bought. An order of which only the day is known counts when it is that day or a later one.
 */
export function orderSince(customers: readonly Customer[], since: number): Order | undefined {
	return customers
		.flatMap(({ orders }) => orders)
		.filter(({ date, state = "" }) => date !== undefined && !cameToNothing.test(state))
		.filter(({ date = "" }) => isSince(date, since))
		.toSorted((one, other) => momentOf(one.date ?? "") - momentOf(other.date ?? ""))
		.at(-1);
}

/** The cart a customer left, the latest of several; none that was ordered since, and none that is old. */
export function cartLeft(customers: readonly Customer[], now: number): AbandonedCart | undefined {
	return customers
		.flatMap((customer) =>
			customer.abandonedCarts.filter(({ date }) => {
				if (date === undefined) return customer.orders.length === 0;
				const at = momentOf(date);
				return now - at <= cartCountsMs && orderSince([customer], at) === undefined;
			}),
		)
		.toSorted((one, other) => momentOf(one.date ?? "") - momentOf(other.date ?? ""))
		.at(-1);
}

/**
 * From when on an order is the end of what was found: since the customer last said what it is based on, else since they
 * last wrote, else since the last message. Null when none of these has a time.
 */
export function interestedSince(
	messages: readonly KeptMessage[],
	{ evidence }: Pick<Finding, "evidence">,
): number | null {
	const shown = new Set(evidence.filter(({ weight }) => weight > 0).map(({ messageId }) => messageId));
	const timed = messages.filter(({ time }) => time !== null);
	const theirs = timed.filter(({ direction }) => direction === "incoming");
	const message = theirs.findLast(({ id }) => shown.has(id)) ?? theirs.at(-1) ?? timed.at(-1);
	return message?.time ?? null;
}

const isDay = (date: string): boolean => date.length === "2026-03-04".length;

const isSince = (date: string, since: number): boolean =>
	isDay(date) ? date >= localDay(since) : momentOf(date) >= since;

/** A day is its local midnight. */
const momentOf = (date: string): number => new Date(isDay(date) ? `${date}T00:00:00` : date).getTime();

/** The local day of a moment, `YYYY-MM-DD`. */
export function localDay(at: number): string {
	const day = new Date(at);
	const two = (number: number) => String(number).padStart(2, "0");
	return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
