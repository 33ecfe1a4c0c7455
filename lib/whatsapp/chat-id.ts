/** Chat ids of the page. Pure. */

export type ChatId =
	| { kind: "phone"; id: string; digits: string }
	| { kind: "lid" | "group" | "newsletter" | "status" | "unknown"; id: string };

const shape = /^([0-9A-Za-z.-]{1,64})(?:_\d{1,3})?(?::\d{1,5})?@([a-z]+(?:\.[a-z]+)*)$/;

/**
 * Reads a chat id. Undefined when the value is no id at all; kind `unknown` when it is one of a sort that is
 * not known. The result's `id` is canonical: without agent and device (`34612345678:12@s.whatsapp.net` is
 * `34612345678@c.us`). The digits of a `…@lid` are no phone number, so only kind `phone` has `digits`.
 */
export function parseChatId(text: unknown): ChatId | undefined {
	if (typeof text !== "string" || text.length > 100) return undefined;
	const match = shape.exec(text);
	const user = match?.[1];
	const server = match?.[2];
	if (user === undefined || server === undefined) return undefined;
	const id = `${user}@${server}`;
	switch (server) {
		case "c.us":
		case "s.whatsapp.net":
			// E.164: at most 15 digits, no leading zero. `0@c.us` is WhatsApp's own announcements.
			return /^[1-9]\d{4,14}$/.test(user)
				? { kind: "phone", id: `${user}@c.us`, digits: user }
				: { kind: "unknown", id };
		case "lid":
		case "newsletter":
			return { kind: server, id };
		case "g.us":
			return { kind: "group", id };
		case "broadcast":
			return { kind: user === "status" ? "status" : "unknown", id };
		default:
			return { kind: "unknown", id };
	}
}

/** The chat id inside a message id of the older form `{true|false}_{chatId}_{messageId}`. */
export function chatIdOfMessageId(messageId: string): ChatId | undefined {
	return parseChatId(/^(?:true|false)_([^_@]+@[^_@]+)_/.exec(messageId)?.[1]);
}
