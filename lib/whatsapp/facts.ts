/**
 * The facts the content script reports about the page. Plain data, no decisions: who the contact is and
 * whether the number is a number is decided in the background.
 */

/**
 * What is told at once and how long it may be: longer than the page's own limits, and short enough that a page which is
 * not itself cannot fill the memory. In UTF-16 units but for `messages`; `report` counts the texts of all its messages.
 */
export const reportLimits = { id: 500, text: 65_536, messages: 200, report: 1_000_000 };

/** How far a reading can be trusted: `certain` the page's own id, `likely` a stable hook, `guess` a fallback. */
export type Sureness = "certain" | "likely" | "guess";

/** One value read from the page, and which strategy of the selector registry found it. */
export type Reading<T> = { value: T; strategy: string; sureness: Sureness };

/** What is known of the open chat. A field that could not be read is absent. */
export type ChatFacts = {
	/** The name or number in the header. */
	title?: Reading<string>;
	/** The chat's id as the page knows it: `…@c.us`, `…@s.whatsapp.net`, `…@lid`, `…@g.us`. Untrusted. */
	chatId?: Reading<string>;
	/** The phone id (`…@c.us`) that belongs to a `…@lid` chat. Untrusted. */
	phoneId?: Reading<string>;
	/** Header title or message author that is, as a whole, a phone number. Raw text. */
	phoneText?: Reading<string>;
	/** True when the header or the messages show a group (several authors, participant list), id or not. */
	looksLikeGroup: boolean;
	/** False while a better reading may still arrive (the page's own data can lag behind its header). */
	settled: boolean;
};

export type HealthState = "works" | "broken" | "not-applicable";
export type HealthCheckName = "title" | "chat-list" | "messages" | "composer";

/** One line of the page's health: what was looked for, whether it was found, and by which strategy. */
export type HealthCheck = {
	name: HealthCheckName;
	state: HealthState;
	/** The name of the strategy; `override` for the user's own. Names overrides that were skipped as no valid CSS. */
	strategy?: string;
	/**
	 * Elements seen and elements understood, where counting makes sense: the drawn rows of the chat list, the
	 * newest messages. `broken` when some are seen and none is understood.
	 */
	seen?: number;
	understood?: number;
};

/** `state` is the worst of the checks that apply. */
export type PageHealth = { state: HealthState; checks: HealthCheck[] };

/** The report of one moment. `chat` is null when no chat is open. `sequence` is 1 at the first report after the page was loaded and grows by one a report. */
export type PageFacts = { sequence: number; chat: ChatFacts | null; health: PageHealth };

export type MessageDirection = "incoming" | "outgoing" | "unknown";

/** One message of the open chat. */
export type Message = {
	/** The page's opaque `data-id`. */
	id: string;
	direction: MessageDirection;
	/** Which rule told the direction: `id-prefix`, `legacy-class`, `tail`, `tick`, `author`, `none`. */
	directionFrom: string;
	/** Null for media without a caption. */
	text: string | null;
	author: string | null;
	/** The page's own words, e.g. `10:38, 10/07/2026`; null when the page gives none. Never replaced by "now". */
	rawTime: string | null;
	/** Local wall-clock time `YYYY-MM-DDTHH:mm`; null when the raw time is absent or its day order is unknown. */
	time: string | null;
	/** The clock beside a message that has no raw time, as media have none: the page's own words. Where it is asked for. */
	clock?: string;
};

/** Replacement strategies a user put in by hand: selector name → CSS selectors, tried before the built-in ones. */
export type SelectorOverrides = Record<string, string[]>;

/** What the content script answers when asked for the whole conversation. */
export type ConversationReading = { facts: PageFacts; messages: Message[] };

/** A message the page has begun to show. `arrived`: it came while its chat was being watched, and is no history. */
export type ShownMessage = Message & { arrived: boolean };

/** Messages of a chat, each told once while the chat stays open. `chat` is what was known of it then. */
export type MessagesReport = { chat: ChatFacts; messages: ShownMessage[] };

/**
 * Why a text was not written into the message box: no chat is open; another one is than meant, or it is not read yet;
 * there is no message box; the page did not take the text; nobody answers in the tab.
 */
export type InsertFailure = "no-chat" | "other-chat" | "no-composer" | "not-taken" | "no-page";

/**
 * Why a chat was not opened: the page's list was searched and does not have it; two have its name, or the one that was
 * opened is not surely the one that is meant; the user did something in the page meanwhile; nobody answers in the tab.
 */
export type OpenFailure = "not-found" | "unsure" | "interrupted" | "no-page";
