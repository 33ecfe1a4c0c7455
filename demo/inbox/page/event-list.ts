import { el } from "../../chat/page/dom";
import type { ReceivedEvent } from "../received-events";
import { byId } from "./by-id";
import { eventDetails } from "./event-details";
import { eventSummary } from "./event-summary";

/** The list of events, newest first. What is unfolded stays so when the same event comes again. */
export function eventList() {
	const list = byId("events");
	const items = new Map<string, HTMLElement>();

	function put(event: ReceivedEvent): void {
		const known = items.get(event.key);
		const item = known ?? el("li");
		const wasOpen = item.querySelector("details")?.open ?? false;
		const hadFocus = item.contains(document.activeElement);
		const details = el("details", { open: wasOpen }, eventSummary(event), ...eventDetails(event));
		item.replaceChildren(details);
		items.set(event.key, item);
		if (list.firstChild !== item) list.prepend(item);
		if (hadFocus) details.querySelector("summary")?.focus();
		// Played anew when the event comes again.
		details.classList.add("came");
		showSum();
	}

	function showSum(): void {
		byId("sum").textContent = String(items.size);
		byId("nothing").hidden = items.size > 0;
		byId("clear").hidden = items.size === 0;
		document.title = items.size > 0 ? `(${items.size}) Webhook inbox` : "Webhook inbox";
	}

	return {
		put,
		/** Shows these instead; the newest is first. */
		replace(events: readonly ReceivedEvent[]): void {
			items.clear();
			list.replaceChildren();
			for (const event of events.toReversed()) put(event);
			for (const details of list.querySelectorAll(".came")) details.classList.remove("came");
			showSum();
		},
	};
}
