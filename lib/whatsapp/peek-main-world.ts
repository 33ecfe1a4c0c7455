/**
 * The side of the peek that runs in the page's own world. It reads the model of the active chat through the
 * page's module loader and changes nothing. Every access may meet another shape or throw: then the answer
 * lacks that part, and the page notices nothing.
 */
import { type PeekMessage, peekAnswerEvent, peekLimits, peekRequestEvent } from "./peek-protocol";

const collectionsModule = "WAWebCollections";

/** Answers every request on this window's document, until `signal` aborts. */
export function answerPeeks(window: Window, signal?: AbortSignal): void {
	const { document } = window;
	document.addEventListener(
		peekRequestEvent,
		() => {
			attempt(() => {
				const detail = JSON.stringify(describeActiveChat(attempt(() => Reflect.get(window, "require"))));
				document.dispatchEvent(new CustomEvent(peekAnswerEvent, { detail }));
			});
		},
		{ signal },
	);
}

/** The active chat as the page's `require` knows it; `unavailable` when there is no such thing. Never throws. */
export function describeActiveChat(require: unknown): PeekMessage {
	if (typeof require !== "function") return { status: "unavailable" };
	const chats = attempt(() => property(require(collectionsModule), "Chat"));
	if (!isObject(chats)) return { status: "unavailable" };
	const chat = activeChat(chats);
	if (!isObject(chat)) return { status: "none" };

	const chatId = idText(property(chat, "id"));
	if (chatId === undefined) return { status: "none" };
	const contact = property(chat, "contact");
	const names = new Set<string>();
	for (const model of [chat, contact]) {
		for (const key of nameProperties) {
			const name = property(model, key);
			if (typeof name === "string" && name !== "") names.add(name.slice(0, peekLimits.text));
		}
	}
	return {
		status: "chat",
		chatId,
		phoneId: idText(property(contact, "phoneNumber")),
		names: [...names].slice(0, peekLimits.names),
	};
}

const nameProperties = [
	"formattedTitle",
	"name",
	"formattedName",
	"shortName",
	"displayName",
	"verifiedName",
	"pushname",
	"username",
];

/** Only members that read: the collection's `find` would ask the server for a chat. */
function activeChat(chats: object): unknown {
	const active = call(chats, "getActive");
	if (isObject(active)) return active;
	const lists = [call(chats, "getModelsArray"), property(chats, "models"), property(chats, "_models"), chats];
	for (const list of lists) {
		const found = attempt(() => {
			for (const model of list as Iterable<unknown>) if (property(model, "active") === true) return model;
			return undefined;
		});
		if (found !== undefined) return found;
	}
	return undefined;
}

function idText(id: unknown): string | undefined {
	const text = isObject(id) ? (property(id, "_serialized") ?? call(id, "toString")) : id;
	return typeof text === "string" && text !== "" ? text.slice(0, peekLimits.text) : undefined;
}

const isObject = (value: unknown): value is object =>
	(typeof value === "object" && value !== null) || typeof value === "function";

const property = (target: unknown, key: string): unknown =>
	isObject(target) ? attempt(() => Reflect.get(target, key)) : undefined;

function call(target: object, name: string): unknown {
	const method = property(target, name);
	return typeof method === "function" ? attempt(() => method.call(target)) : undefined;
}

function attempt<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}
