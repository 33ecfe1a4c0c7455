/** Whether the page can still be read: looked for, found, understood. Silence must never look like success. */
import { readChatRowTitle } from "./chat-list";
import type { HealthCheck, HealthCheckName, HealthState, PageHealth } from "./facts";
import type { Finder } from "./find-elements";
import { messagePanel } from "./message-elements";
import type { PageView } from "./page-view";
import type { MessageSample } from "./sample-messages";

/** A chat list shows about twenty rows; more need not be looked at. */
const chatRowLimit = 40;

/**
 * Reads the page's health. Elements that exist without being understood are `broken`; what isn't there because
 * the page has no reason to show it (no chat open, an empty chat, not signed in) is `not-applicable`.
 */
export function readHealth(
	document: Document,
	finder: Finder,
	view: PageView,
	sample: MessageSample,
): PageHealth {
	const checks = [
		checkTitle(view),
		checkChatList(document, finder),
		checkMessages(finder, view, sample),
		checkComposer(finder, view.main),
	];
	for (const check of checks) {
		const skipped = finder.invalidOverrides.filter((name) => checkOf(name) === check.name);
		// The health view shows the strategy, so that is where its reader sees that a selector of his is not used.
		if (skipped.length > 0) {
			check.strategy = `${check.strategy ?? ""} (override skipped: ${skipped.join(", ")})`
				.trim()
				.slice(0, 100);
		}
	}
	return { state: worst(checks.map(({ state }) => state)), checks };
}

/** The check that a selector of the registry belongs to; a name the registry does not have goes to the first. */
function checkOf(selector: string): HealthCheckName {
	if (/^chat|^selectedChat/.test(selector)) return "chat-list";
	if (/^(message|quoted|legacy|tail|delivery)/.test(selector)) return "messages";
	return selector === "composer" ? "composer" : "title";
}

/** The worst state of the checks that apply. */
export function worst(states: readonly HealthState[]): HealthState {
	if (states.includes("broken")) return "broken";
	return states.includes("works") ? "works" : "not-applicable";
}

function checkTitle({ main, title }: PageView): HealthCheck {
	const name = "title";
	if (!main) return { name, state: "not-applicable" };
	return title ? { name, state: "works", strategy: title.strategy } : { name, state: "broken" };
}

function checkChatList(document: Document, finder: Finder): HealthCheck {
	const name = "chat-list";
	const pane = finder.first(document, "chatPane")?.value;
	// Without the whole side there is no chat list to read: the page is loading or asks to sign in.
	if (!pane) return { name, state: document.getElementById("side") ? "broken" : "not-applicable" };
	const rows = finder.all(pane, "chatRow");
	if (!rows) return { name, state: finder.first(pane, "chatRowTitle") ? "broken" : "not-applicable" };
	const looked = Array.from(rows.value).slice(0, chatRowLimit);
	const understood = looked.filter((row) => readChatRowTitle(row, finder) !== undefined).length;
	return {
		name,
		state: understood > 0 ? "works" : "broken",
		strategy: rows.strategy,
		seen: looked.length,
		understood,
	};
}

function checkMessages(finder: Finder, { main, messages }: PageView, sample: MessageSample): HealthCheck {
	const name = "messages";
	if (!main) return { name, state: "not-applicable" };
	if (messages) {
		const { seen, understood } = sample;
		// Only placeholders: the page has not drawn the messages yet, so there was nothing to understand.
		const state = seen === 0 ? "not-applicable" : understood > 0 ? "works" : "broken";
		return { name, state, strategy: messages.strategy, seen, understood };
	}
	const rows = Array.from(finder.all(messagePanel(main, finder), "messageRow")?.value ?? []);
	const seen = rows.filter(showsTime).length;
	return { name, state: seen > 0 ? "broken" : "not-applicable", seen, understood: 0 };
}

/** Every message shows when it was sent; a notice, which is all that a new chat holds, does not. */
const showsTime = (row: Element) => /\d[:.]\d\d/.test(row.textContent ?? "");

function checkComposer(finder: Finder, main: Element | null): HealthCheck {
	const name = "composer";
	if (!main) return { name, state: "not-applicable" };
	const composer = finder.first(main, "composer");
	if (composer) return { name, state: "works", strategy: composer.strategy };
	// A chat nobody can write to (a channel, an announcement group) has neither footer nor editor.
	const mayWrite = main.querySelector('footer, [contenteditable="true"]') !== null;
	return { name, state: mayWrite ? "broken" : "not-applicable" };
}
