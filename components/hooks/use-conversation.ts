import { useEffect, useState } from "react";
import { type ConversationState, noConversation } from "@/lib/contacts/conversation-state";
import { sendMessage } from "@/lib/messaging/client";
import { watchConversation } from "@/lib/platform/conversations";
import { useWakeWorker } from "./use-wake-worker";

/** The state of the conversation in a tab, kept current by storage. Undefined until it is first known. */
export function useConversation(tabId: number): ConversationState | undefined {
	const [state, setState] = useState<ConversationState>();
	useEffect(() => {
		const controller = new AbortController();
		const { signal } = controller;
		let told = false;
		watchConversation(
			tabId,
			(next) => {
				told = true;
				setState(next);
			},
			signal,
		);
		// What storage has told meanwhile is newer than this answer.
		void sendMessage("getConversation", { tabId }).then((first) => {
			if (!told && !signal.aborted) setState(first ?? noConversation);
		});
		return () => controller.abort();
	}, [tabId]);
	useWakeWorker(tabId, isWaiting(state));
	return state;
}

function isWaiting(state: ConversationState | undefined): boolean {
	const customer = state?.customer;
	return customer?.status === "loading" || (customer?.status === "ready" && customer.refreshing);
}
