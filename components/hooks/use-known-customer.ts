import { useQuery } from "@tanstack/react-query";
import { ok, type Result } from "@/lib/core/result";
import type { Customer } from "@/lib/crm/customer";
import { sendMessage } from "@/lib/messaging/client";
import type { CustomerSearchFailure, FoundHere } from "@/lib/messaging/protocol";

/** Customers the CRM told of, and when (ms) where that was earlier. None: there is no such customer. */
type Shown = { customers: Customer[]; fetchedAt?: number };

/**
 * What is known of a customer a search found here: what the card says, which is there at once, or what the CRM answers
 * about one who is linked.
 */
export function useKnownCustomer(customer: FoundHere["customers"][number]) {
	return useQuery({
		queryKey: ["known-customer", customer],
		queryFn: async (): Promise<Result<Shown, CustomerSearchFailure>> => {
			if ("card" in customer) {
				const { key, place } = customer.card;
				const card = await sendMessage("getCard", { key });
				const one = card?.answer.customers[place];
				return ok(card && one ? { customers: [one], fetchedAt: card.fetchedAt } : { customers: [] });
			}
			const answer = await sendMessage("previewCustomer", { customer: customer.link });
			return answer.ok ? ok({ customers: answer.value.customers }) : answer;
		},
		gcTime: 0,
	});
}
