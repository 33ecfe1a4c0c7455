/**
 * Watches the page and reports what is known of the open chat, without polling and without touching the page.
 * A chat switch is reported inside the mutation callback that shows it.
 */
import { type ChatList, readChatList } from "./chat-list";
import type { ContactDb } from "./contact-db";
import type { ChatFacts, ConversationReading, MessagesReport, PageFacts, SelectorOverrides } from "./facts";
import { createFinder } from "./find-elements";
import { readHealth } from "./health";
import { createChatIdentifier, peekLag, type Schedule } from "./identify-chat";
import { findMessagePanel } from "./message-elements";
import type { DayOrder } from "./message-time";
import {
	emptyView,
	haveNoneInCommon,
	idsOf,
	isChatSwitch,
	isSameView,
	type PageView,
	readPageView,
} from "./page-view";
import type { Peek } from "./peek";
import { readChat } from "./read-chat";
import { readMessages } from "./read-messages";
import { createMessageReporter } from "./report-messages";
import { createMessageSampler, emptySample } from "./sample-messages";

export type PageWatcher = {
	/** Everything that is loaded of the open chat, read now. No messages when no chat is open. */
	readConversation(): ConversationReading;
	/** The open chat and its message box, read now. */
	readComposer(): { chat: ChatFacts | null; composer: Element | null };
	/** The chat list, and its drawn rows with that title, read now. */
	readList(title: string): ChatList;
	/** Puts the user's own strategies in place of those before, and reads again. */
	setOverrides(overrides: SelectorOverrides): void;
};

export type WatchPageOptions = {
	document: Document;
	peek: Peek;
	contactDb: ContactDb;
	/** Milliseconds, monotonic or since the epoch; only differences count. */
	now: () => number;
	/** Calls back after so many milliseconds; the returned function cancels. */
	schedule: Schedule;
	/** Called at once with the first report, then whenever the facts or the newest message changed. */
	onFacts: (facts: PageFacts) => void;
	/** Called with messages the page has begun to show, once their chat is known and they are sure to be of it. */
	onMessages?: (report: MessagesReport) => void;
	/** Ends everything: no report comes afterwards. */
	signal: AbortSignal;
	overrides?: SelectorOverrides;
	/** The order of day and month, for chats whose dates don't tell. */
	dayOrder?: DayOrder | null;
};

const observed: MutationObserverInit = {
	subtree: true,
	childList: true,
	characterData: true,
	attributes: true,
	attributeFilter: ["aria-selected", "title", "data-id", "data-virtualized", "data-pre-plain-text"],
};

/**
 * In ms. A list that is scrolled changes with every frame. It is looked at when it comes to rest, and now and then on the
 * way: what only flies past is history that nobody reads either.
 */
const scrollRestMs = 250;
const scrollLookMs = 3_000;
/** A look that takes its time is made again after so many times as long. */
const looksApart = 100;

export function watchPage(options: WatchPageOptions): PageWatcher {
	const { document, now, onFacts, onMessages, schedule, signal, dayOrder } = options;
	let finder = createFinder(document, options.overrides);
	let sampler = createMessageSampler(finder);
	let view = emptyView;
	/** The chat list row when the chat was opened: other rows on the way there do not matter. */
	let openedRow: Element | null = null;
	let openedAt = Number.NEGATIVE_INFINITY;
	let messageIds: ReadonlySet<string> = new Set();
	/** Messages of the chat before, which the page may replace a moment later than the header. */
	let leftIds: ReadonlySet<string> = new Set();
	let lookAgain = true;
	let lookedAt = Number.NEGATIVE_INFINITY;
	/** How long the last look took, in whole ms. */
	let lookMs = 0;
	/** When the messages of a chat that was not just opened changed last. */
	let changedAt = Number.NEGATIVE_INFINITY;
	let dropLook: (() => void) | undefined;
	let lastKey = "";
	let facts: PageFacts = { sequence: 0, chat: null, health: { state: "not-applicable", checks: [] } };
	const ownerNames = new Set<string>();

	const identifier = createChatIdentifier({ ...options, onChange: report });
	const reporter = createMessageReporter(schedule, (messages) => {
		if (!signal.aborted && facts.chat) onMessages?.({ chat: facts.chat, messages });
	});

	let root: Node | undefined;
	const observer = new MutationObserver((records) => {
		observeRoot();
		if (areAmongMessages(records)) updateInTime();
		else if (records.some(isOutsideEditor)) update();
	});

	/** A chat switch shows outside the messages. */
	function areAmongMessages(records: readonly MutationRecord[]): boolean {
		if (!view.main) return false;
		const panel = findMessagePanel(view.main, finder);
		return records.every(({ target }) => panel?.contains(target));
	}

	/**
	 * At once after a rest, such as for a message that arrives. For a moment after a switch the messages of the chat before
	 * may go: then at once too, but where the list is so long that this would hold up the page.
	 */
	function updateInTime(): void {
		if (now() - openedAt < peekLag) {
			const wait = Math.min(lookedAt + looksApart * lookMs, openedAt + peekLag) - now();
			if (wait <= 0) update();
			else dropLook ??= schedule(update, wait);
			return;
		}
		const hasRested = now() - changedAt >= scrollRestMs;
		changedAt = now();
		if (hasRested) update();
		else dropLook ??= schedule(updateAtRest, scrollRestMs);
	}

	function updateAtRest(): void {
		if (signal.aborted) return;
		const time = now();
		if (time - changedAt >= scrollRestMs || time - lookedAt >= scrollLookMs) update();
		else dropLook = schedule(updateAtRest, scrollRestMs);
	}

	function observeRoot(): void {
		const found = document.getElementById("app") ?? document.body ?? document.documentElement;
		if (found === root) return;
		root = found;
		observer.disconnect();
		observer.observe(found, observed);
		// `#app` may come, or be replaced, beside what is observed.
		if (document.documentElement) observer.observe(document.documentElement, { childList: true });
		if (document.body && document.body !== found) observer.observe(document.body, { childList: true });
	}

	function update(): void {
		if (signal.aborted) return;
		dropLook?.();
		dropLook = undefined;
		lookedAt = now();
		const next = readPageView(document, finder);
		lookMs = Math.floor(now() - lookedAt);
		if (isSameView(view, next)) {
			if (lookAgain) report();
			return;
		}
		const nextIds = idsOf(next);
		const isSwitch = isChatSwitch({ ...view, selectedRow: openedRow }, next, {
			beforeIds: messageIds,
			afterIds: nextIds,
			settling: now() - openedAt < peekLag,
		});
		if (isSwitch) enter(next);
		view = next;
		messageIds = nextIds;
		report();
	}

	function enter(next: PageView): void {
		leftIds = messageIds;
		reporter.enter();
		openedRow = next.selectedRow;
		openedAt = now();
		// A little later than they need to be of this chat: timers are not exact. Nothing else may happen on the page.
		schedule(update, peekLag + 50);
		if (next.main) identifier.open(next.title?.value);
		else identifier.close();
	}

	function report(): void {
		const sample = view.messages ? sampler(view.messages.value, ownerNames) : emptySample;
		for (const name of sample.ownerNames) ownerNames.add(name);
		const isOfThisChat = now() - openedAt >= peekLag || haveNoneInCommon(leftIds, messageIds);
		const chat =
			view.main &&
			readChat(view.main, finder, view.title, identifier.current(), isOfThisChat ? sample : emptySample);
		const health = readHealth(document, finder, view, sample);
		lookAgain = health.state !== "works" || sample.incomplete || !isOfThisChat;

		// Counts move with every scroll of the page's virtual lists; only what they mean is a change.
		const states = health.checks.map(({ name, state, strategy }) => [name, state, strategy]);
		const key = JSON.stringify([chat, states, view.newestId]);
		if (key === lastKey) {
			facts = { ...facts, health };
		} else {
			lastKey = key;
			facts = { sequence: facts.sequence + 1, chat, health };
			onFacts(facts);
		}
		if (chat?.settled && isOfThisChat && view.messages)
			reporter.look({ elements: view.messages.value, finder, dayOrder, ownerNames });
	}

	signal.addEventListener("abort", () => observer.disconnect(), { once: true });
	if (!signal.aborted) {
		observeRoot();
		update();
		if (facts.sequence === 0) report();
	}

	function readNow(): void {
		// Changes of this very task have no callback yet.
		observer.takeRecords();
		update();
	}

	return {
		readConversation() {
			readNow();
			const messages = view.main
				? readMessages(view.main, finder, { dayOrder, ownerNames, clocks: true })
				: [];
			return { facts, messages };
		},
		readComposer() {
			readNow();
			const composer = view.main && finder.first(view.main, "composer");
			return { chat: view.main && facts.chat, composer: composer?.value ?? null };
		},
		readList: (title) => readChatList(document, finder, title),
		setOverrides(overrides) {
			if (signal.aborted) return;
			finder = createFinder(document, overrides);
			sampler = createMessageSampler(finder);
			const next = readPageView(document, finder);
			if (next.main !== view.main || next.title?.value !== view.title?.value) {
				update();
			} else {
				// Other selectors may find other messages of the same chat.
				view = next;
				messageIds = idsOf(next);
				report();
			}
		},
	};
}

/** What is typed changes the composer with every key and says nothing about the chat. */
function isOutsideEditor({ target }: MutationRecord): boolean {
	const element = target.nodeType === 1 ? (target as Element) : target.parentElement;
	return !element?.closest('[contenteditable="true"]');
}
