import { useMutation } from "@tanstack/react-query";
import { sendMessage } from "@/lib/messaging/client";
import type { ChatRef } from "@/lib/whatsapp/chat-ref";
import type { InsertFailure } from "@/lib/whatsapp/facts";

export type Insertion = { text: string; chat: ChatRef | null };

/** Writes a text into the message box of the chat that was open when it was asked for; it is not sent. */
export function useInsert(tabId: number) {
	return useMutation({
		mutationFn: async ({ text, chat }: Insertion): Promise<InsertFailure | null> => {
			if (!chat) return "no-chat";
			return sendMessage("insertIntoChat", { tabId, text, chat }).catch(() => "no-page" as const);
		},
	});
}
