import { comparedNumber, holdsWords, wordsAndDigitsOf } from "@/lib/core/words";
import type { FoundInCards } from "@/lib/crm/find-in-cards";
import type { IdentityRecord, Linkable } from "./customer-link";
import { phoneOfKey } from "./identity-key";

/**
 * The test for records of people whose linked customer has every word of the query in their name or numbers. Digits are
 * found however they are grouped.
 */
export function linkMatcher(query: string): (record: IdentityRecord) => boolean {
	const words = wordsAndDigitsOf(query);
	return ({ key, link }) => {
		if (!link) return false;
		const phones = [phoneOfKey(key) ?? [], link.phones].flat().map(comparedNumber);
		return holdsWords([link.customerName ?? "", ...phones].join("\n"), words);
	};
}

/** A linked customer as a search over what is known here shows them, and what the CRM is asked about them by. */
export type FoundInLink = { name: string; phone?: string; link: Linkable };

/** Whoever is linked in a record; nobody where none is. */
export function foundInLink({ key, link }: IdentityRecord): FoundInLink[] {
	if (!link) return [];
	const phone = phoneOfKey(key) ?? link.phones[0];
	const { at: _, by: __, ...linkable } = link;
	return [{ name: link.customerName ?? phone ?? link.customerId, ...(phone && { phone }), link: linkable }];
}

/** Customers of cards, then those linked ones whom no card tells of, by their number. */
export function foundHere(
	cards: readonly FoundInCards[],
	links: readonly FoundInLink[],
): (FoundInCards | FoundInLink)[] {
	const inCards = new Set(cards.map(({ phone }) => phone && comparedNumber(phone)));
	return [...cards, ...links.filter(({ phone }) => !phone || !inCards.has(comparedNumber(phone)))];
}
