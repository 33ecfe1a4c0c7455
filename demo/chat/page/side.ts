import { avatar } from "./avatar";
import type { ListFilter } from "./chat-filter";
import { createChatList } from "./chat-list";
import styles from "./chat-list.module.css";
import { OWNER } from "./chats";
import type { Clock } from "./clock";
import { el } from "./dom";
import { icon } from "./icons";
import type { Labels } from "./labels";
import type { Store } from "./store";

/** `#side`: heading, search box, filters and the list. */
export function createSide(store: Store, clock: Clock, labels: Labels): HTMLElement {
	const list = createChatList(store, clock, labels);
	let filter: ListFilter = { words: "", only: "all" };
	const apply = (part: Partial<ListFilter>) => {
		filter = { ...filter, ...part };
		list.setFilter(filter);
	};
	return el(
		"div",
		{ id: "side", class: styles.side },
		el(
			"header",
			{ class: styles.head, "data-testid": "chatlist-header" },
			el("h1", {}, labels.chats),
			avatar({ key: "owner", title: OWNER, kind: "contact" }),
		),
		searchBox(labels, (words) => apply({ words })),
		filterChips(labels, (only) => apply({ only })),
		list.element,
	);
}

/** An editable element like the composer, and not it: a reader that takes any textbox would write here. */
function searchBox(labels: Labels, onWords: (words: string) => void): HTMLElement {
	const input = el("div", {
		class: `selectable-text copyable-text ${styles.searchInput}`,
		contenteditable: "true",
		role: "textbox",
		"aria-label": labels.search,
		"aria-placeholder": labels.search,
		"data-tab": "3",
		"data-testid": "chat-list-search",
		spellcheck: "false",
		tabindex: "3",
	});
	const clear = el(
		"button",
		{ type: "button", class: styles.clear, "aria-label": "×", hidden: true },
		icon("clear"),
	);
	const changed = () => {
		const words = input.textContent ?? "";
		// An emptied editable keeps a line break, which would hide the placeholder.
		if (words === "") input.replaceChildren();
		clear.hidden = words === "";
		onWords(words);
	};
	const empty = () => {
		input.replaceChildren();
		changed();
	};
	input.addEventListener("input", changed);
	input.addEventListener("keydown", (event) => {
		if (event.key === "Enter") event.preventDefault();
		if (event.key === "Escape") empty();
	});
	clear.addEventListener("click", empty);
	return el(
		"div",
		{ class: styles.search, "data-testid": "chat-list-search-container" },
		icon("search"),
		input,
		clear,
	);
}

function filterChips(labels: Labels, onOnly: (only: ListFilter["only"]) => void): HTMLElement {
	const choices = [
		["all", labels.filterAll],
		["unread", labels.filterUnread],
		["groups", labels.filterGroups],
	] as const;
	const chips = choices.map(([only, label]) => {
		const chip = el(
			"button",
			{ type: "button", class: styles.chip, "aria-pressed": String(only === "all") },
			label,
		);
		chip.addEventListener("click", () => {
			for (const other of chips) other.setAttribute("aria-pressed", String(other === chip));
			onOnly(only);
		});
		return chip;
	});
	return el("div", { class: styles.chips }, ...chips);
}
