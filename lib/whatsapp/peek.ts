/**
 * The side of the peek that asks, in the content script. An answer is a claim by the page: it is parsed
 * defensively, and counts only when it agrees with the header's title.
 */
import { parseChatId } from "./chat-id";
import { fieldOf } from "./field-of";
import { type PeekMessage, peekAnswerEvent, peekLimits, peekRequestEvent } from "./peek-protocol";
import { nameKey, phoneDigits } from "./plain-text";

/** Asks once; the answer is there on return. No answer, or one that can't be read, is `unavailable`. */
export type Peek = { ask(): PeekMessage };

export function createPeek(document: Document): Peek {
	return {
		ask() {
			let detail: unknown;
			const listen = (event: Event) => {
				// The first answer counts; a second one to the same request is not ours.
				detail ??= (event as CustomEvent<unknown>).detail;
			};
			document.addEventListener(peekAnswerEvent, listen);
			// What a listener throws does not come out here.
			document.dispatchEvent(new CustomEvent(peekRequestEvent));
			document.removeEventListener(peekAnswerEvent, listen);
			return parsePeekAnswer(detail);
		},
	};
}

/**
 * Reads an answer's detail. Ids come out canonical and names bounded; a `phoneId` that is no phone id is
 * dropped; anything else out of shape makes the whole answer `unavailable`. Never throws.
 */
export function parsePeekAnswer(detail: unknown): PeekMessage {
	const answer = parseJson(detail);
	const status = fieldOf(answer, "status");
	if (status === "none") return { status };
	if (status !== "chat") return { status: "unavailable" };

	const chatId = parseChatId(fieldOf(answer, "chatId"));
	const names = fieldOf(answer, "names");
	if (!chatId || !Array.isArray(names)) return { status: "unavailable" };
	const phone = parseChatId(fieldOf(answer, "phoneId"));
	return {
		status,
		chatId: chatId.id,
		// Only a LID chat needs another id for its phone; elsewhere a second one could only contradict the first.
		phoneId: chatId.kind === "lid" && phone?.kind === "phone" ? phone.id : undefined,
		names: names
			.slice(0, peekLimits.names)
			.filter((name): name is string => typeof name === "string" && name.length <= peekLimits.text),
	};
}

/**
 * True when an answer is about the chat with this title: one of its names is the title, or the title is the
 * phone number of its id.
 */
export function agreesWithTitle(answer: PeekMessage & { status: "chat" }, title: string): boolean {
	const key = nameKey(title);
	if (key === "") return false;
	if (answer.names.some((name) => nameKey(name) === key)) return true;
	const digits = phoneDigits(title);
	if (digits === undefined) return false;
	return [answer.chatId, answer.phoneId].some((id) => {
		const parsed = parseChatId(id);
		return parsed?.kind === "phone" && parsed.digits === digits;
	});
}

function parseJson(detail: unknown): unknown {
	if (typeof detail !== "string" || detail.length > peekLimits.answer) return undefined;
	try {
		return JSON.parse(detail);
	} catch {
		return undefined;
	}
}
