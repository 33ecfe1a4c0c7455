import type { CustomerQuery } from "@/lib/crm/request";
import type { FoundCustomer } from "./found-customer";
import type { Identity } from "./identity";
import { type IdentityKey, phoneOfKey } from "./identity-key";

/** Which customer of the CRM somebody is. */
export type CustomerLink = {
	customerId: string;
	/** As the CRM wrote it when the link was made: said when the CRM no longer knows them. */
	customerName?: string;
	/** E.164: the numbers the CRM had of them then. */
	phones: string[];
	/**
	 * What the CRM can be asked by instead where it had no such number: how one it writes without country is read (E.164),
	 * or the digits as it has them.
	 */
	askBy?: string;
	/** ms since the epoch */
	at: number;
	/** `phone-match`: exactly one customer had exactly the number. */
	by: "hand" | "phone-match";
};

/** What a link takes over of a customer. */
export type Linkable = Pick<CustomerLink, "customerId" | "customerName" | "phones" | "askBy">;

/** What is remembered of one identity. */
export type IdentityRecord = {
	key: IdentityKey;
	link?: CustomerLink;
	/** Customers, by id, that the agent said this is not. */
	rejected: string[];
	/** The last search for the owner of this phone: when (ms since the epoch), where, and who claimed it. */
	phoneSearch?: { at: number; endpoint: string; claimants: FoundCustomer[] };
};

/** What is remembered of whoever the conversation is with, all their keys taken together. */
export type KnownCustomer = {
	link: CustomerLink | null;
	rejected: string[];
	/** Customers who have exactly the contact's number, where nobody could tell which of them it is. */
	claimants: FoundCustomer[];
};

export const nothingKnown: KnownCustomer = { link: null, rejected: [], claimants: [] };

/** What the agent said about who this is. */
export type Decision =
	| { do: "link"; customer: Linkable }
	| { do: "unlink" }
	| { do: "reject" | "accept"; customerId: string };

/** So many other numbers of a customer go along with a request. */
const mostPhones = 20;

/**
 * The record of an identity after a decision. Taking back a link that was made by itself is a no to that customer: it
 * must not be made again.
 */
export function decide(
	record: IdentityRecord,
	decision: Decision,
	{ at, by = "hand" }: { at: number; by?: CustomerLink["by"] },
): IdentityRecord {
	const { link, rejected } = record;
	switch (decision.do) {
		case "link":
			return {
				...record,
				link: { ...decision.customer, at, by },
				rejected: rejected.filter((id) => id !== decision.customer.customerId),
			};
		case "unlink":
			return withoutLink(
				link?.by === "phone-match" ? { ...record, rejected: including(rejected, link.customerId) } : record,
			);
		case "reject": {
			const refused = { ...record, rejected: including(rejected, decision.customerId) };
			return link?.customerId === decision.customerId ? withoutLink(refused) : refused;
		}
		case "accept":
			return { ...record, rejected: rejected.filter((id) => id !== decision.customerId) };
	}
}

const including = (ids: readonly string[], id: string): string[] => [...new Set([...ids, id])];

function withoutLink({ link: _, ...record }: IdentityRecord): IdentityRecord {
	return record;
}

/** Whether a record says nothing and need not be kept. */
export const saysNothing = ({ link, rejected, phoneSearch }: IdentityRecord): boolean =>
	!link && !phoneSearch && rejected.length === 0;

/** What the records of one person say together. Of several links, one by hand wins over one by itself, and a newer one over an older. */
export function knownOf(records: readonly IdentityRecord[]): KnownCustomer {
	const links = records.flatMap(({ link }) => link ?? []);
	const [link = null] = links.toSorted(
		(one, other) => Number(other.by === "hand") - Number(one.by === "hand") || other.at - one.at,
	);
	const rejected = [...new Set(records.flatMap((record) => record.rejected))];
	return {
		link,
		rejected: rejected.filter((id) => id !== link?.customerId),
		claimants: link ? [] : records.flatMap(({ phoneSearch }) => phoneSearch?.claimants ?? []),
	};
}

/**
 * What the CRM is asked about whoever the conversation is with; null where there is nothing to ask by. A link's customer
 * id goes along, and the other numbers of that customer: those the CRM had, and those of `siblings`, the records that
 * are linked to the same customer.
 */
export function questionOf(
	identity: Identity,
	link: CustomerLink | null,
	siblings: readonly IdentityRecord[],
): CustomerQuery | null {
	const ofCustomer = link
		? [
				...link.phones,
				...siblings.flatMap(({ key, link: other }) => [phoneOfKey(key) ?? [], other?.phones ?? []].flat()),
			]
		: [];
	const own = identity.kind === "contact" ? [identity.phone, ...identity.relatedPhones] : [];
	const isPerson = identity.kind === "contact" || (identity.kind === "unidentified" && link !== null);
	if (!isPerson) return null;
	const [phone, ...others] = [...new Set([...own, ...ofCustomer])];
	return {
		...(phone !== undefined && { phone }),
		relatedPhones: others.slice(0, mostPhones),
		...(link && linkedIn(link)),
	};
}

/** What is asked for a customer before anybody is linked to them: as it will be then. */
export function questionAbout(customer: Linkable): CustomerQuery {
	const [phone, ...relatedPhones] = customer.phones;
	return { ...(phone !== undefined && { phone }), relatedPhones, ...linkedIn(customer) };
}

function linkedIn({
	customerId,
	phones,
	askBy,
}: Linkable): Pick<CustomerQuery, "customerId" | "linkedPhone"> {
	const linkedPhone = phones[0] ?? askBy;
	return { customerId, ...(linkedPhone !== undefined && { linkedPhone }) };
}
