import { type ConversationState, noConversation } from "@/lib/contacts/conversation-state";
import { browser } from "./browser";
import { watchSessionValue } from "./storage";

const prefix = "conversation:";
const keyOf = (tabId: number) => `${prefix}${tabId}`;

/** The states of all tabs, in `storage.session`: they outlive the worker and end with the browser. */
export const conversations = {
	async get(tabId: number): Promise<ConversationState | undefined> {
		const key = keyOf(tabId);
		return (await browser.storage.session.get(key))[key] as ConversationState | undefined;
	},
	async all(): Promise<{ tabId: number; state: ConversationState }[]> {
		const everything = await browser.storage.session.get(null);
		return Object.entries(everything)
			.filter(([key]) => key.startsWith(prefix))
			.map(([key, state]) => ({
				tabId: Number(key.slice(prefix.length)),
				state: state as ConversationState,
			}));
	},
	set: (tabId: number, state: ConversationState) => browser.storage.session.set({ [keyOf(tabId)]: state }),
	remove: (tabId: number) => browser.storage.session.remove(keyOf(tabId)),
};

/** Calls `listener` with every new state of a tab, until `signal` aborts. */
export function watchConversation(
	tabId: number,
	listener: (state: ConversationState) => void,
	signal: AbortSignal,
): void {
	// Removed: nothing is known of the tab until its page reports again.
	const tell = (state: unknown) => listener((state ?? noConversation) as ConversationState);
	watchSessionValue(keyOf(tabId), tell, signal);
}
