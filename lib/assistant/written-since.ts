import type { Message } from "@/lib/whatsapp/facts";

/**
 * Whether the customer wrote since those messages were all there were. Older ones that the page loads meanwhile stand
 * before them; where none of them is loaded any more, nobody can tell, and nothing is said.
 */
export function hasWrittenSince(messages: readonly Message[], known: ReadonlySet<string>): boolean {
	const last = messages.findLastIndex(({ id }) => known.has(id));
	return last >= 0 && messages.slice(last + 1).some(({ direction }) => direction === "incoming");
}
