import type { RowPage } from "@/lib/core/known-rows";
import { comparedText } from "@/lib/core/words";
import type { Delivery, DeliveryStatus } from "./delivery";
import type { ConfigurableEvent } from "./event";

/** Which deliveries are meant. What is absent does not matter. Times are ms since the epoch. */
export type DeliveryFilter = {
	status?: DeliveryStatus;
	event?: ConfigurableEvent;
	/** Part of the phone, the id, the body or an answer, in any case and however accented. */
	text?: string;
	/** Stored at or after. */
	since?: number;
	/** Stored before. */
	until?: number;
	/** Leaves out what a person has cancelled. */
	leaveOut?: "cancelled-by-hand";
};

/** A delivery as a row of the list: without its body and attempts. */
export type DeliveryRow = Omit<Delivery, "body" | "attempts" | "lane"> & {
	/** Whom the event is about, as WhatsApp names them. */
	contactName?: string;
	/** How the latest attempt went. */
	lastAttempt?: Delivery["attempts"][number];
};

export type DeliveryPage = RowPage<DeliveryRow>;

/** Which deliveries a command means: these, or all that a filter means. */
export type DeliverySelection = { seqs: number[] } | { filter: DeliveryFilter };

/**
 * What became of deliveries in one hour, which began at `hour`, ms since the epoch: how many arrived, how many failed for
 * good, and how many attempts failed that are made again (older versions did not count them).
 */
export type DeliveryHour = { hour: number; delivered: number; failed: number; retried?: number };

export function rowOf({ body, attempts, lane: _, ...row }: Delivery): DeliveryRow {
	const last = attempts.at(-1);
	const name = contactNameIn(body);
	return { ...row, ...(name && { contactName: name }), ...(last && { lastAttempt: last }) };
}

/** The body is what was sent, byte by byte: what is shown of it is read from there. */
function contactNameIn(body: string): string | undefined {
	const name = JSON.parse(body).data?.contact_name;
	return typeof name === "string" && name !== "" ? name : undefined;
}

/** Whether a delivery is meant by a filter. */
export function matches(delivery: Delivery, filter: DeliveryFilter): boolean {
	const { status, event, text, since, until, leaveOut } = filter;
	if (leaveOut && delivery.cancelledBecause === "by-hand") return false;
	if (status && delivery.status !== status) return false;
	if (event && delivery.event !== event) return false;
	if (since !== undefined && delivery.storedAt < since) return false;
	if (until !== undefined && delivery.storedAt >= until) return false;
	return !text || holds(delivery, comparedText(text.trim()));
}

function holds({ id, body, attempts }: Delivery, text: string): boolean {
	// The body holds the phone. Digits are found however they are grouped.
	const digits = text.replace(/[\s().-]/g, "");
	return (
		id.includes(text) ||
		comparedText(body).includes(text) ||
		(/^\+?\d{3,}$/.test(digits) && body.includes(digits)) ||
		attempts.some(({ answer }) => answer !== undefined && comparedText(answer).includes(text))
	);
}
