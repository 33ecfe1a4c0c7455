import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CustomerAnswer } from "@/lib/crm/customer";
import type { CardRef, CustomerState } from "@/lib/crm/customer-state";
import { sendMessage } from "@/lib/messaging/client";

/** The card a state points to. Undefined while it is being fetched or where there is none. */
export function useCard(state: CustomerState): { answer: CustomerAnswer; fetchedAt: number } | undefined {
	const card: CardRef | undefined = "card" in state ? state.card : undefined;
	const { data } = useQuery({
		queryKey: ["card", card?.key, card?.fetchedAt],
		queryFn: () => (card ? sendMessage("getCard", { key: card.key }) : null),
		enabled: card !== undefined,
		staleTime: Number.POSITIVE_INFINITY,
		// A refreshed card replaces the one it refreshes without a blank in between, but never another customer's.
		placeholderData: (previous, query) =>
			query?.queryKey[1] === card?.key ? keepPreviousData(previous) : undefined,
	});
	return data ?? undefined;
}
