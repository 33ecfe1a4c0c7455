import { useMutation } from "@tanstack/react-query";
import { sendMessage } from "@/lib/messaging/client";
import type { ChatRef } from "@/lib/whatsapp/chat-ref";
import type { InsertFailure } from "@/lib/whatsapp/facts";

/** `not-shown`: WhatsApp's list does not show that chat, so that it could not be opened. */
export type OwnChatFailure = InsertFailure | "not-shown";

/** A chat that was opened is read within this time, or not at all. */
const openingMs = 5_000;
const askEveryMs = 200;

/** Opens a chat in the tab; false where the page does not show it. */
export function useOpenChat(tabId: number) {
	return useMutation({
		mutationFn: (chat: ChatRef) => sendMessage("openChat", { tabId, chat }).catch(() => false),
	});
}

/** Writes a text into the message box of the chat it is for, opening that first; null when it is there. */
export function useInsertIntoOwnChat(tabId: number) {
	return useMutation({
		mutationFn: async (insertion: { text: string; chat: ChatRef }): Promise<OwnChatFailure | null> => {
			const insert = () =>
				sendMessage("insertIntoChat", { tabId, ...insertion }).catch(() => "no-page" as const);
			let failure = await insert();
			if (!isElsewhere(failure)) return failure;
			const opened = await sendMessage("openChat", { tabId, chat: insertion.chat }).catch(() => false);
			if (!opened) return "not-shown";
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
