/** What is known of the open chat: header, the page's own data and messages put together. */
import { parseChatId } from "./chat-id";
import type { ChatFacts, Reading } from "./facts";
import type { Finder } from "./find-elements";
import type { ChatIdentity } from "./identify-chat";
import { nameKey, phoneDigits, plainText, textOf } from "./plain-text";
import type { MessageSample } from "./sample-messages";

/** Longer than any name the page allows; a bound, because the text travels. */
const longestTitle = 300;

/** The name or number in the header, never the header's other words. */
export function readTitle(main: Element, finder: Finder): Reading<string> | undefined {
	return finder.read(main, "title", (element, strategy) => {
		const attribute = element.getAttribute("title") ?? "";
		const text = textOf(element);
		// A wrapper's `title` is a tooltip about the button; only where the strategy is the attribute it is the name.
		const title = plainText(strategy === "title-attribute" ? attribute || text : text || attribute);
		return title === "" ? undefined : title.slice(0, longestTitle);
	});
}

/**
 * The facts about the open chat. `identity` is what the page's own data say so far. `sample` has to be of this
 * chat: right after a switch the messages of the chat before may still be there, then give an empty one.
 */
export function readChat(
	main: Element,
	finder: Finder,
	title: Reading<string> | undefined,
	identity: ChatIdentity,
	sample: MessageSample,
): ChatFacts {
	// The ids of older messages name the chat too. They count when the page's own data stayed silent, and more
	// than what the address book has under this name.
	const fromMessages: Reading<string> | undefined =
		identity.settled && identity.chatId?.sureness !== "certain" && sample.chatId
			? { value: sample.chatId.id, strategy: "message-id", sureness: "likely" }
			: undefined;
	const chatId = fromMessages ?? identity.chatId;
	const looksLikeGroup = isGroup(main, finder, title?.value ?? "", chatId?.value, sample);
	return {
		title,
		chatId,
		phoneId: fromMessages ? undefined : identity.phoneId,
		phoneText: readPhoneText(title, sample, looksLikeGroup),
		looksLikeGroup,
		settled: identity.settled,
	};
}

function readPhoneText(
	title: Reading<string> | undefined,
	{ otherAuthors }: MessageSample,
	looksLikeGroup: boolean,
): Reading<string> | undefined {
	if (looksLikeGroup) return undefined;
	if (title && phoneDigits(title.value) !== undefined) return title;
	const [author, another] = otherAuthors;
	return author !== undefined && another === undefined && phoneDigits(author) !== undefined
		? { value: author, strategy: "message-author", sureness: "guess" }
		: undefined;
}

function isGroup(
	main: Element,
	finder: Finder,
	title: string,
	chatId: string | undefined,
	{ otherAuthors }: MessageSample,
): boolean {
	const kind = parseChatId(chatId)?.kind;
	if (kind !== undefined && kind !== "unknown") return kind === "group";
	return otherAuthors.length > 1 || hasParticipants(main, finder, title);
}

/** A list of people below the title: parts between commas, none of them a time of day (`last seen Mon, 10:30`). */
function hasParticipants(main: Element, finder: Finder, title: string): boolean {
	const titleKey = nameKey(title);
	return Array.from(main.querySelectorAll(finder.select("subtitle"))).some((element) => {
		const text = plainText(element.getAttribute("title") || textOf(element));
		if (text === "" || nameKey(text) === titleKey) return false;
		const parts = text.split(/[,،、，]/).filter((part) => part.trim() !== "");
		return parts.length > 1 && !/(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)/.test(text);
	});
}
