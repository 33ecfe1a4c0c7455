import { useMutation } from "@tanstack/react-query";
import { sendMessage } from "@/lib/messaging/client";
import type { ChatRef } from "@/lib/whatsapp/chat-ref";
import type { InsertFailure, OpenFailure } from "@/lib/whatsapp/facts";

type Unopened = { opening: OpenFailure };
/** Why a text is not in its own chat: that could not be opened, or it could not be written there. */
export type OwnChatFailure = Unopened | InsertFailure;

export const isUnopened = (failure: OwnChatFailure | null | undefined): failure is Unopened =>
	typeof failure === "object" && failure !== null;

/** A chat that was opened is read within this time, or not at all. */
const openingMs = 5_000;
const askEveryMs = 200;

const open = (tabId: number, chat: ChatRef): Promise<OpenFailure | null> =>
	sendMessage("openChat", { tabId, chat }).catch(() => "no-page" as const);

/** Opens a chat in the tab; null when it is open. */
export function useOpenChat(tabId: number) {
	return useMutation({ mutationFn: (chat: ChatRef) => open(tabId, chat) });
}

/** Writes a text into the message box of the chat it is for, opening that first; null when it is there. */
export function useInsertIntoOwnChat(tabId: number) {
	return useMutation({
		mutationFn: async (insertion: { text: string; chat: ChatRef }): Promise<OwnChatFailure | null> => {
			const insert = () =>
				sendMessage("insertIntoChat", { tabId, ...insertion }).catch(() => "no-page" as const);
			let failure = await insert();
			if (!isElsewhere(failure)) return failure;
			const opening = await open(tabId, insertion.chat);
			if (opening) return { opening };
			// The page builds a chat in steps, and says nowhere that it is done.
			for (let waited = 0; waited < openingMs && isElsewhere(failure); waited += askEveryMs) {
				await new Promise((resolve) => setTimeout(resolve, askEveryMs));
				failure = await insert();
			}
			return failure;
		},
	});
}

const isElsewhere = (failure: InsertFailure | null): boolean =>
	failure === "other-chat" || failure === "no-chat" || failure === "no-composer";
