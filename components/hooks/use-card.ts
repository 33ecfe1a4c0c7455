import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { CustomerAnswer } from "@/lib/crm/customer";
import type { CardRef, CustomerState } from "@/lib/crm/customer-state";
import { onMessage, sendMessage } from "@/lib/messaging/client";

export type ShownCard = { answer: CustomerAnswer; fetchedAt: number };

/** The card a state points to. Undefined while it is being fetched or where there is none. */
export function useCard(tabId: number, state: CustomerState): ShownCard | undefined {
	const card: CardRef | undefined = "card" in state ? state.card : undefined;
	const { data } = useQuery({
		queryKey: cardQuery(card),
		queryFn: () => (card ? fetchCard(tabId, card) : null),
		enabled: card !== undefined,
		staleTime: Number.POSITIVE_INFINITY,
		// A refreshed card replaces the one it refreshes without a blank in between, but never another customer's.
		placeholderData: (previous, query) =>
			query?.queryKey[1] === card?.key ? keepPreviousData(previous) : undefined,
	});
	return data ?? undefined;
}

async function fetchCard(tabId: number, { key }: CardRef): Promise<ShownCard | null> {
	const card = await sendMessage("getCard", { key });
	// The cache may have dropped it, or never got it to the disk: what was shown once can be asked for again.
	if (!card) await sendMessage("refreshCustomer", { tabId, force: true });
	return card;
}

/** Takes the cards the background sends along with a tab's states: where one was missed, `useCard` asks for it. */
export function useSentCards(tabId: number): void {
	const client = useQueryClient();
	useEffect(() => {
		onMessage("showCard", (sent, { tab }) => {
			// Only the background sends from outside the tabs; a content script is as trustworthy as its page.
			if (tab || sent.tabId !== tabId) return;
			client.setQueryData(cardQuery({ key: sent.key, fetchedAt: sent.card.fetchedAt }), sent.card);
		});
	}, [client, tabId]);
}

const cardQuery = (card: CardRef | undefined) => ["card", card?.key, card?.fetchedAt];
