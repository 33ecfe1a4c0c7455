import type { TypedPhone } from "@/lib/contacts/conversation-state";
import {
	type Decision,
	decide,
	type IdentityRecord,
	type KnownCustomer,
	knownOf,
	questionOf,
} from "@/lib/contacts/customer-link";
import type { Identity, PhoneLink } from "@/lib/contacts/identity";
import { identityKeys } from "@/lib/contacts/identity-key";
import type { CustomerQuery } from "@/lib/crm/request";
import { customerLinks } from "@/lib/platform/customer-links";
import { phoneLinks } from "@/lib/platform/database";
import type { PageFacts } from "@/lib/whatsapp/facts";

/** The number remembered for the open chat, or typed for it. */
export async function phoneLinkOf(
	{ chat }: PageFacts,
	typedPhone: TypedPhone | null,
): Promise<PhoneLink | undefined> {
	const chatId = chat?.chatId?.value;
	if (chatId) return phoneLinks.get(chatId);
	return typedPhone ? { chatId: "", phone: typedPhone.phone, source: "by-hand" } : undefined;
}

/** A LID's number is remembered, for the day the page no longer tells it. */
export async function rememberPhone(identity: Identity, link: PhoneLink | undefined): Promise<void> {
	if (identity.kind !== "contact" || identity.source !== "page" || !identity.chatId) return;
	if (identity.phone !== link?.phone)
		await phoneLinks.put({ chatId: identity.chatId, phone: identity.phone, source: "page" });
}

/**
 * What is remembered of somebody, and what the CRM is asked about them. A link found by one of their keys is put under
 * the others as well: the number that is only now known of a linked LID is that customer's too.
 */
export async function recall(
	identity: Identity,
): Promise<{ known: KnownCustomer; question: CustomerQuery | null }> {
	const { records, siblings } = await customerLinks.around(identityKeys(identity));
	const known = knownOf(records);
	const { link } = known;
	if (!link) return { known, question: questionOf(identity, null, []) };
	const unlinked = records.filter((record) => !record.link && !record.rejected.includes(link.customerId));
	if (unlinked.length > 0) await customerLinks.put(unlinked.map((record) => ({ ...record, link })));
	const ofCustomer = siblings.filter((record) => record.link?.customerId === link.customerId);
	return { known, question: questionOf(identity, link, ofCustomer) };
}

/** Remembers a decision about somebody under all their keys. Gives the records as they were before. */
export async function remember(
	identity: Identity,
	decision: Decision,
	how: Parameters<typeof decide>[2],
): Promise<IdentityRecord[]> {
	const before = await customerLinks.of(identityKeys(identity));
	await customerLinks.put(before.map((record) => decide(record, decision, how)));
	return before;
}
