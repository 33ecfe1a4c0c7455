import { readPhone } from "@/lib/contacts/phone";
import { fail, ok, type Result } from "@/lib/core/result";
import { phonesOfConversation } from "./phones-of-conversation";

/** Why a text that should be a phone number is none. */
export type TypedPhoneFailure = { reason: "not-a-phone" | "several-phones" };

/** A number that was forgotten, as people write it, and whether it had been seen at all. */
export type ForgottenPhone = { phone: string; wasKnown: boolean };

/**
 * The one phone number (E.164) of a text that somebody typed or pasted: in any notation a message may have, or as a contact
 * has it. A national number is one of `region`, when that is set.
 */
export function readTypedPhone(text: string, region: string): Result<string, TypedPhoneFailure> {
	const written = phonesOfConversation({
		identity: { kind: "none" },
		messages: [{ text, time: null, live: false }],
		ownPhones: [],
		...(region !== "" && { region }),
	}).map(({ phone }) => phone);
	const [phone = readPhone(text)?.e164, ...others] = new Set(written);
	if (others.length > 0) return fail({ reason: "several-phones" });
	return phone === undefined ? fail({ reason: "not-a-phone" }) : ok(phone);
}
