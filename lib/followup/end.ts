import type { KeptMessage } from "./conversation";
import type { NoFindingReason } from "./finding";
import type { PhraseKind } from "./phrases/kind";
import type { Mention } from "./read-message";

/** What ended a sale, and when: `null` where the page didn't tell. */
export type End = {
	reason: Extract<NoFindingReason, "bought" | "said-stop" | "declined" | "angry">;
	messageId: string;
	sentence: string;
	time: number | null;
};

/** What a message shows, by kind. */
export type Mentions = ReadonlyMap<PhraseKind, Mention>;

/** After so long, a question is about something new, in ms. */
const newMatterAfter = 24 * 60 * 60 * 1000;

/** The end that a message of the customer's makes; `null` where it makes none. */
export function endIn(
	mentions: Mentions,
	{
		wantsMore,
		saidBefore,
		message,
	}: { wantsMore: boolean; saidBefore: ReadonlySet<PhraseKind>; message: KeptMessage },
): End | null {
	const end = (reason: End["reason"], { sentence }: Mention): End => ({
		reason,
		messageId: message.id,
		sentence,
		time: message.time,
	});
	const stop = mentions.get("stop");
	if (stop) return end("said-stop", stop);
	const angry = mentions.get("angry");
	if (angry) return end("angry", angry);
	const declined = mentions.get("declined");
	// "No thanks, but how much is the blue one?", and "no thanks" to whether there is anything else.
	if (declined && !wantsMore && !saidBefore.has("anything-else")) return end("declined", declined);
	const bought = mentions.get("bought");
	return bought ? end("bought", bought) : null;
}

/** Whether what a customer asks after the end is about another sale. */
export function beginsAnew(end: End, { time }: KeptMessage, mentions: Mentions): boolean {
	if (end.reason === "declined" || end.reason === "said-stop") return true;
	const isLater = time !== null && end.time !== null && time - end.time >= newMatterAfter;
	return isLater || (end.reason === "bought" && mentions.has("another"));
}

/** Whether a cart was left after the sale had ended: then it is another one. */
export function isLaterCart(end: End, cart: { date?: string } | undefined): boolean {
	if (!cart?.date || end.time === null || end.reason === "said-stop" || end.reason === "angry") return false;
	return Date.parse(cart.date) > end.time;
}
