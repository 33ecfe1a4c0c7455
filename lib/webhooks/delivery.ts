import type { HttpRequest } from "@/lib/core/http";
import type { ConfigurableEvent } from "./event";
import type { AttemptFailure } from "./send";

/**
 * What became of a delivery: `pending` until it is settled, `delivered` by a 2xx answer, `failed` when the last attempt
 * of the schedule failed, `cancelled` by the user or because its event is no longer selected.
 */
export const deliveryStatuses = ["pending", "delivered", "failed", "cancelled"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** One attempt, as it went. Times are ms since the epoch. */
export type Attempt = {
	/** From 1; what `X-Webhook-Attempt` said. */
	number: number;
	startedAt: number;
	/** Absent where nobody knows how it went. */
	latencyMs?: number;
	url?: string;
	/** As sent: signatures, never the secret. */
	headers?: HttpRequest["headers"];
	status?: number;
	/** The beginning of the answer. */
	answer?: string;
	failure?: AttemptFailure | UnknownOutcome;
};

/** Nobody knows how it went: the worker ended in the middle of it, or it was cancelled and its outcome has not come yet. */
type UnknownOutcome = { reason: "worker-ended" | "cancelled" };

/** Whether an attempt that did not succeed may have arrived all the same. */
export const isUnknown = (failure: AttemptFailure | UnknownOutcome): failure is UnknownOutcome =>
	failure.reason === "worker-ended" || failure.reason === "cancelled";

/** An event on its way to the receiver, or arrived (docs/contract.md, section 4). */
export type Delivery = {
	/** Counts up in the order events were stored. */
	seq: number;
	/** The `webhook-id`; the same event is stored once. */
	id: string;
	event: ConfigurableEvent;
	/** The request's body, the same in every attempt. */
	body: string;
	phone?: string;
	conversationHash?: string;
	/** When the event was stored, ms since the epoch. */
	storedAt: number;
	status: DeliveryStatus;
	/** When it may be sent next. Absent while it waits behind another of its conversation, and when settled. */
	dueAt?: number;
	/** Since when a run is sending it. */
	leasedAt?: number;
	/** Its conversation, while it takes part in that conversation's order: pending, and not yet stepped aside. */
	lane?: string;
	/** Attempts made, among them those of unknown outcome. */
	attemptCount: number;
	/** Failed attempts since it was last put in the queue; they lead through the retry schedule. */
	failures: number;
	/** The latest, newest last. */
	attempts: Attempt[];
	settledAt?: number;
	/** Why it was cancelled. */
	cancelledBecause?: "by-hand" | "event-not-selected";
};

/** The number of the attempt that is under way, or comes next. */
export const nextNumber = ({ attemptCount }: Pick<Delivery, "attemptCount">): number => attemptCount + 1;

/** The first attempt that reached the receiver, whatever has become of the delivery since. */
export const arrivedBy = ({ attempts }: Pick<Delivery, "attempts">): Attempt | undefined =>
	attempts.find(({ failure }) => failure === undefined);

/** An event to be stored. */
export type NewDelivery = Pick<Delivery, "id" | "event" | "body" | "phone" | "conversationHash">;

/** Attempts kept with a delivery. The schedule has ten; sending again by hand adds more. */
export const mostAttemptsKept = 20;
