import { firstDistinct } from "@/lib/core/first-distinct";
import { comparedNumber, holdsWords, wordsAndDigitsOf } from "@/lib/core/words";
import type { CustomerAnswer } from "./customer";

/** A customer the CRM told of before, as a search over what is known here finds them. */
export type FoundInCards = { name: string; phone?: string; email?: string };

/**
 * Customers of cached cards whose name, e-mail, number or order has every word of the query; the cards last fetched
 * first. Digits are found however they are grouped.
 */
export function findInCards(
	cards: readonly { answer: CustomerAnswer; fetchedAt: number }[],
	query: string,
	most: number,
): FoundInCards[] {
	const words = wordsAndDigitsOf(query);
	const found = cards
		.toSorted((one, other) => other.fetchedAt - one.fetchedAt)
		.flatMap(({ answer }) => answer.customers)
		.filter(({ name, email, phone, orders }) => {
			const searched = [name, email, phone && comparedNumber(phone), ...orders.map((order) => order.name)];
			return holdsWords(searched.filter(Boolean).join("\n"), words);
		})
		.map(({ name, phone, email, id }) => ({
			name: name ?? email ?? phone ?? id ?? "",
			...(phone && { phone }),
			...(email && { email }),
		}));
	return firstDistinct(found, most).shown;
}
