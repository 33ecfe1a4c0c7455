import type { DemoApi } from "./demo-api";
import styles from "./demo-bar.module.css";
import { el } from "./dom";
import type { Store } from "./store";

/** The strip that says what this page is, and lets the open contact write. */
export function createDemoBar(store: Store, demo: DemoApi): HTMLElement {
	const button = el("button", { type: "button", class: styles.button, disabled: true }, "Receive a message");
	button.addEventListener("click", () => demo.receiveNext());
	store.subscribe(() => {
		button.disabled = store.openChat() === null;
	});
	return el(
		"aside",
		{ class: styles.bar, "aria-label": "Demo" },
		el("strong", { class: styles.mark }, "Demo"),
		el(
			"span",
			{ class: styles.words },
			"This is a demo page, not WhatsApp.",
			el("span", { class: styles.more }, " People, numbers and messages are made up."),
		),
		button,
	);
}
