import type { NewDelivery } from "./delivery";
import { eventBody, eventTimestamp } from "./event";
import { eventId } from "./event-id";

/** A phone number seen for the first time. */
export type DetectedPhone = {
	/** E.164. */
	phone: string;
	conversationHash: string;
	/** Whether it is the conversation's own contact, or was written in a message. */
	source: "contact" | "message";
	/** The name of the conversation it was seen in. */
	contactName: string;
};

/** The `phone.detected` event of a number (docs/contract.md, section 4), seen at `detectedAt`, ms since the epoch. */
export async function phoneDetected(
	{ phone, conversationHash, source, contactName }: DetectedPhone,
	detectedAt: number,
): Promise<NewDelivery> {
	const event = "phone.detected";
	const data = {
		phone,
		conversation_hash: conversationHash,
		detected_at: eventTimestamp(detectedAt),
		source,
		...(contactName !== "" && { contact_name: contactName }),
	};
	return {
		id: await eventId({ event, phone, conversationHash }),
		event,
		body: eventBody({ event, happenedAt: detectedAt, data }),
		phone,
		conversationHash,
	};
}
