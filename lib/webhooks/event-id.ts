import { hashTextHex } from "@/lib/core/hash";
import type { EventName } from "./event";

/** What an event is about, as far as it tells it from another. */
export type Occurrence = {
	event: EventName;
	phone?: string;
	conversationHash?: string;
	/** Of the follow-up. */
	attemptNumber?: number;
	/** For events that are never the same twice. */
	unique?: string;
};

/**
 * The `webhook-id` of an event. Derived from what happened, so that two agents who see the same number produce the same
 * id and a receiver can drop the second (docs/contract.md, section 4).
 */
export async function eventId({
	event,
	phone,
	conversationHash,
	attemptNumber,
	unique,
}: Occurrence): Promise<string> {
	const told = JSON.stringify(
		[event, phone, conversationHash, attemptNumber, unique].map((part) => part ?? null),
	);
	return `evt_${(await hashTextHex(told)).slice(0, 32)}`;
}
