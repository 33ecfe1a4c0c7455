import { el } from "./dom";
import { tickDrawing } from "./icons";
import type { Labels } from "./labels";
import styles from "./message.module.css";
import type { Delivery } from "./model";

/** The tick of an outgoing message: `msg-check` for sent, `msg-dblcheck` from delivered on. */
export function deliveryTick(
	delivery: Delivery,
	labels: Labels,
	prefix: "msg" | "status" = "msg",
): HTMLElement {
	const name = `${prefix}-${delivery === "sent" ? "check" : "dblcheck"}`;
	return el(
		"span",
		{
			class: `${styles.tick} ${delivery === "read" ? styles.tickRead : ""}`,
			role: "img",
			"data-icon": name,
			"data-testid": name,
			"aria-label": ` ${labels[delivery]} `,
		},
		tickDrawing(delivery !== "sent"),
	);
}
