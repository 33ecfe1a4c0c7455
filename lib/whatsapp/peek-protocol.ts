/**
 * How the content script asks the page's world about the active chat: an event on the document, answered by
 * another event before `dispatchEvent` returns. Details are JSON text, because objects don't cross worlds.
 */
export const peekRequestEvent = "chatside:peek-request";
export const peekAnswerEvent = "chatside:peek-answer";

/** What the answer's JSON holds. Anybody in the page can send one, so the asking side believes none of it. */
export type PeekMessage =
	| { status: "chat"; chatId: string; phoneId?: string; names: string[] }
	| { status: "none" }
	| { status: "unavailable" };

/** Bounds of an answer: UTF-16 units of a name or id, names, and units of the whole text. */
export const peekLimits = { text: 200, names: 12, answer: 20_000 };
