import type { Identity } from "@/lib/contacts/identity";
import type { Message } from "@/lib/whatsapp/facts";
import { findPhones } from "./find-phones";
import { regionOf } from "./region";
import type { Sighting } from "./what-is-new";

/** What of a message matters here. */
export type ScannedMessage = Pick<Message, "text" | "time"> & {
	/** True when it arrived while the conversation was being watched. */
	live: boolean;
};

export type ConversationToScan = {
	identity: Identity;
	messages: readonly ScannedMessage[];
	/** The configured region, for contacts whose own country does not have the number. */
	region?: string;
	/** E.164 */
	ownPhones: readonly string[];
};

/**
 * The phone numbers of a conversation: its contact, then those written in its messages, incoming and outgoing, in their
 * order and each once a message. National numbers are the contact's country's first, then the configured region's.
 */
export function phonesOfConversation({
	identity,
	messages,
	region,
	ownPhones,
}: ConversationToScan): Sighting[] {
	const contact = identity.kind === "contact" ? identity.phone : undefined;
	const regions = [contact && regionOf(contact), region].filter((known) => known !== undefined);
	const sightings: Sighting[] =
		contact === undefined || ownPhones.includes(contact) ? [] : [{ source: "contact", phone: contact }];
	for (const { text, time, live } of messages) {
		if (text === null) continue;
		for (const { phone } of findPhones(text, { regions, ownPhones }))
			sightings.push({ source: "message", phone, time, live });
	}
	return sightings;
}
