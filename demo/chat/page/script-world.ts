import type { Chat } from "./model";
import type { Store } from "./store";

/** What `require("WAWebCollections").Chat` offers of one chat; the names are the real page's. */
type ChatModel = {
	id: WireId;
	active: boolean;
	name: string | undefined;
	formattedTitle: string;
	isGroup: boolean;
	isNewsletter: boolean;
	unreadCount: number;
	contact: {
		id: WireId;
		phoneNumber: WireId | undefined;
		name: string | undefined;
		pushname: string | undefined;
	};
};

type WireId = { _serialized: string; user: string; server: string };

export type ScriptWorld = { setLag: (ms: number) => void };

/**
 * The page's own module loader, as far as readers use it. Which chat is active, and what it is called, lags
 * behind the header by `lagMs`, as on the real page; a module that is not there throws, as there.
 */
export function installScriptWorld(store: Store, lagMs: number): ScriptWorld {
	let lag = lagMs;
	let activeKey: string | null = null;
	let applied = 0;
	let announced = 0;
	const titles = new Map(store.chats().map((chat) => [chat.key, chat.title]));

	/** Without a lag the data is there before the page shows anything of it. */
	const afterLag = (apply: () => void) => {
		if (lag > 0) setTimeout(apply, lag);
		else apply();
	};

	store.subscribe((change) => {
		if (change.kind === "opened") {
			const order = ++announced;
			const key = change.chat?.key ?? null;
			afterLag(() => {
				// A shorter lag set in between can let a later switch arrive first; it must not be undone.
				if (order < applied) return;
				applied = order;
				activeKey = key;
			});
		}
		if (change.kind === "renamed") {
			const { key, title } = change.chat;
			afterLag(() => titles.set(key, title));
		}
	});

	const model = (chat: Chat) => chatModel(chat, chat.key === activeKey, titles.get(chat.key) ?? chat.title);
	const collection = {
		getModelsArray: () => store.sortedChats().map(model),
		getActive: () => collection.getModelsArray().find((candidate) => candidate.active),
		get: (id: string) => collection.getModelsArray().find((candidate) => candidate.id._serialized === id),
	};
	const load = (name: string) => {
		if (name === "WAWebCollections") return { Chat: collection };
		throw new Error(`Requiring unknown module "${name}"`);
	};
	Object.defineProperty(window, "require", { value: load });
	return {
		setLag: (ms) => {
			lag = ms;
		},
	};
}

function chatModel(chat: Chat, active: boolean, title: string): ChatModel {
	return {
		id: wireId(chat.jid),
		active,
		name: chat.savedName ?? (chat.kind === "contact" ? undefined : title),
		formattedTitle: title,
		isGroup: chat.kind === "group",
		isNewsletter: chat.kind === "channel",
		unreadCount: chat.unread,
		contact: {
			id: wireId(chat.jid),
			phoneNumber: chat.phoneJid ? wireId(chat.phoneJid) : undefined,
			name: chat.savedName,
			pushname: chat.pushName,
		},
	};
}

function wireId(serialized: string): WireId {
	const at = serialized.indexOf("@");
	return { _serialized: serialized, user: serialized.slice(0, at), server: serialized.slice(at + 1) };
}
