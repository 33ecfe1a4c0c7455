import { useQuery } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { createSession, type OpenConversation, previewContext } from "@/lib/assistant/session";
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
