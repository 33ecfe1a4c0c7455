import { lastMessage } from "./model";
import type { ScriptWorld } from "./script-world";
import type { Store } from "./store";

/** What tests and the tour do to the page from outside, as `window.demo`. */
export type DemoApi = {
	/** Opens a chat by its key: a key of the cast, `team`, `nora`, `channel`, `long` or `filler1`, `filler2`, … */
	open: (key: string) => void;
	/** No chat open, as after the start. */
	close: () => void;
	/** A message of the contact, shown at once. */
	receive: (key: string, text: string) => void;
	/** The next line of the open chat's own script. Returns whether a chat was open. */
	receiveNext: () => boolean;
	/** How far the script world lags behind the header from now on, in milliseconds. */
	setLag: (ms: number) => void;
	rename: (key: string, title: string) => void;
	/** Draws messages as rows that no known selector understands, until the page is loaded again. */
	breakSelectors: () => void;
	/** Keys of all chats, newest first. */
	keys: () => string[];
};

declare global {
	interface Window {
		demo: DemoApi;
	}
}

export function createDemoApi(store: Store, world: ScriptWorld): DemoApi {
	const linesUsed = new Map<string, number>();
	return {
		open: (key) => store.open(key),
		close: () => store.open(null),
		receive: (key, text) => store.receive(key, text),
		receiveNext() {
			const chat = store.openChat();
			if (!chat) return false;
			const used = linesUsed.get(chat.key) ?? 0;
			const line = chat.nextLines[used % chat.nextLines.length];
			if (!line) return false;
			linesUsed.set(chat.key, used + 1);
			const last = lastMessage(chat);
			const author = chat.members.find((member) => member !== last?.author);
			store.receive(chat.key, line, author);
			return true;
		},
		setLag: world.setLag,
		rename: (key, title) => store.rename(key, title),
		breakSelectors: () => store.breakSelectors(),
		keys: () => store.sortedChats().map((chat) => chat.key),
	};
}
