import type { ConversationToAnalyse, KeptMessage } from "@/lib/followup/conversation";

export const chatStart = Date.UTC(2026, 2, 4, 12);
export const minute = 60_000;
export const day = 24 * 60 * minute;

/**
 * A conversation, a minute between two messages: `<` is the customer, `>` is us, `?` is unknown; `<2d` says how many
 * days before the message passed.
 */
export function chat(
	lines: readonly string[],
	more: Partial<ConversationToAnalyse> = {},
): ConversationToAnalyse {
	let time = chatStart;
	const messages = lines.map((line, at): KeptMessage => {
		const [, sign, days, text] = /^([<>?])(?:(\d+)d)? ?(.*)$/s.exec(line) ?? [];
		time += minute + Number(days ?? 0) * day;
		const direction = sign === "<" ? "incoming" : sign === ">" ? "outgoing" : "unknown";
		return { id: `m${at}`, direction, text: text === "" || text === undefined ? null : text, time };
	});
	return { messages, now: time + day, isGroup: false, ...more };
}
