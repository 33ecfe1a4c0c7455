import { useQuery } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Answer } from "@/lib/assistant/answer";
import { createSession, type OpenConversation, previewContext } from "@/lib/assistant/session";
import { hasWrittenSince } from "@/lib/assistant/written-since";
import { sendMessage } from "@/lib/messaging/client";
import { isSameChat } from "@/lib/whatsapp/chat-ref";
import { assistantPorts } from "./assistant-ports";

/** A session whose changes are told to listeners once a frame: nobody sees more, and text comes in many small pieces. */
function createPanelSession(tabId: number) {
	const listeners = new Set<() => void>();
	let frame = 0;
	const tell = () => {
		frame = 0;
		for (const listener of listeners) listener();
	};
	const session = createSession({
		...assistantPorts(tabId),
		changed() {
			if (frame === 0) frame = requestAnimationFrame(tell);
		},
	});
	return {
		...session,
		/** At once: a field whose text lags behind what is typed loses the caret's place. */
		edit(conversation: string, text: string) {
			session.edit(conversation, text);
			tell();
		},
		subscribe(listener: () => void) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

/** The assistant of a panel, and its answer in the conversation that is open. */
export function useAssistant(tabId: number, open: OpenConversation | undefined) {
	const [session] = useState(() => createPanelSession(tabId));
	const id = open?.id;
	const answer = useSyncExternalStore(session.subscribe, () =>
		id === undefined ? undefined : session.answerIn(id),
	);
	useEffect(() => session.opened(id), [session, id]);
	useEffect(() => session.stop, [session]);
	return { session, answer };
}

/** Whether the customer wrote since that answer was begun. Asked again when the page reports something new (`sequence`). */
export function useWrittenSince(tabId: number, answer: Answer | undefined, sequence: number): boolean {
	const isDraft = answer?.task.kind === "suggest" && answer.known.size > 0;
	const query = useQuery({
		queryKey: ["assistant-written-since", tabId, answer?.id, sequence],
		queryFn: async () => {
			const reading = await sendMessage("inspectPage", { tabId });
			const chat = reading?.facts.chat;
			if (!answer || !chat || !isSameChat(answer.chat, chat)) return false;
			return hasWrittenSince(reading.messages, answer.known);
		},
		enabled: isDraft,
		gcTime: 0,
		// What was found out stays while it is asked again.
		placeholderData: (before, query) => (query?.queryKey[2] === answer?.id ? before : undefined),
	});
	return isDraft && query.data === true;
}

type Preview = { tabId: number; open: OpenConversation; messages: number };

/** What the assistant would see of the open conversation, read once it is wanted. */
export function useSeen({ tabId, open, messages }: Preview, wanted: boolean) {
	const query = useQuery({
		queryKey: ["assistant-sees", tabId, open.id, messages],
		queryFn: () => previewContext(assistantPorts(tabId), open, messages),
		enabled: wanted,
		gcTime: 0,
	});
	return query.data ?? null;
}
