import { chatCell } from "./chat-cell";
import { type ListFilter, matches } from "./chat-filter";
import styles from "./chat-list.module.css";
import type { Clock } from "./clock";
import { el } from "./dom";
import type { Labels } from "./labels";
import type { Chat } from "./model";
import type { Store } from "./store";

/** Height of a row in pixels; the stylesheet has the same. */
const ROW_HEIGHT = 68;
const OVERSCAN_ROWS = 3;

type DrawnRow = { element: HTMLElement; slot: number };

export type ChatList = { element: HTMLElement; setFilter: (filter: ListFilter) => void };

/**
 * `#pane-side` with its grid. Rows are absolutely positioned and only those near the view exist. A row's number
 * is the slot it happens to occupy, reused as rows come and go, so it says nothing about the chat or its place.
 */
export function createChatList(store: Store, clock: Clock, labels: Labels): ChatList {
	const grid = el("div", {
		role: "grid",
		class: styles.grid,
		"data-testid": "chat-list",
		"aria-label": labels.chats,
	});
	const nothing = el("p", { class: styles.nothing, hidden: true }, labels.nothingFound);
	const pane = el("div", { id: "pane-side", class: styles.pane }, grid, nothing);
	const drawn = new Map<string, DrawnRow>();
	let filter: ListFilter = { words: "", only: "all" };
	let shown: Chat[] = [];

	const freeSlot = () => {
		const taken = new Set([...drawn.values()].map((row) => row.slot));
		let slot = 0;
		while (taken.has(slot)) slot++;
		return slot;
	};
	const newRow = (chat: Chat): DrawnRow => {
		const slot = freeSlot();
		const element = el("div", { role: "row", class: styles.row, "data-testid": `list-item-${slot}` });
		element.addEventListener("click", () => store.open(chat.key));
		drawn.set(chat.key, { element, slot });
		grid.append(element);
		return { element, slot };
	};
	const draw = (redrawAll: boolean) => {
		const first = Math.max(0, Math.floor(pane.scrollTop / ROW_HEIGHT) - OVERSCAN_ROWS);
		const last = Math.ceil((pane.scrollTop + pane.clientHeight) / ROW_HEIGHT) + OVERSCAN_ROWS;
		const visible = shown.slice(first, last);
		for (const [key, row] of drawn) {
			if (visible.some((chat) => chat.key === key)) continue;
			row.element.remove();
			drawn.delete(key);
		}
		visible.forEach((chat, offset) => {
			const existing = drawn.get(chat.key);
			const { element } = existing ?? newRow(chat);
			element.style.transform = `translateY(${(first + offset) * ROW_HEIGHT}px)`;
			element.setAttribute("aria-selected", String(chat === store.openChat()));
			if (!existing || redrawAll) redrawCell(element, chat);
		});
	};
	const redrawCell = (element: HTMLElement, chat: Chat) => {
		const hadFocus = element.contains(document.activeElement);
		const draft = chat === store.openChat() ? "" : store.draft(chat.key);
		const cell = chatCell(chat, draft, clock(), labels);
		element.replaceChildren(cell);
		if (hadFocus) cell.focus();
	};
	const refresh = () => {
		shown = store.sortedChats().filter((chat) => matches(chat, filter, store.openChat()));
		grid.style.height = `${shown.length * ROW_HEIGHT}px`;
		nothing.hidden = shown.length > 0;
		draw(true);
	};

	grid.addEventListener("keydown", (event) => {
		const key = [...drawn].find(([, row]) => row.element.contains(document.activeElement))?.[0];
		const index = shown.findIndex((chat) => chat.key === key);
		if (index < 0) return;
		if (event.key === "Enter" || event.key === " ") store.open(shown[index]?.key ?? null);
		else if (event.key === "ArrowDown") focusRow(index + 1);
		else if (event.key === "ArrowUp") focusRow(index - 1);
		else return;
		event.preventDefault();
	});
	const focusRow = (index: number) => {
		const chat = shown[index];
		if (!chat) return;
		const top = index * ROW_HEIGHT;
		if (top < pane.scrollTop) pane.scrollTop = top;
		const bottom = top + ROW_HEIGHT - pane.clientHeight;
		if (bottom > pane.scrollTop) pane.scrollTop = bottom;
		draw(false);
		drawn.get(chat.key)?.element.querySelector<HTMLElement>('[role="gridcell"]')?.focus();
	};

	pane.addEventListener("scroll", () => draw(false), { passive: true });
	new ResizeObserver(() => draw(false)).observe(pane);
	store.subscribe(refresh);
	refresh();
	return {
		element: pane,
		setFilter(next) {
			filter = next;
			pane.scrollTop = 0;
			refresh();
		},
	};
}
