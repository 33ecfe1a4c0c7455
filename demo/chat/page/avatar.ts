import styles from "./avatar.module.css";
import { hashOf } from "./deterministic";
import { el } from "./dom";
import { icon } from "./icons";
import type { Chat } from "./model";

const HUES = 8;

/** Initials on the chat's colour; a symbol for groups, channels and numbers without a name. */
export function avatar(chat: Pick<Chat, "key" | "title" | "kind">): HTMLElement {
	const colour = `hue${hashOf(`avatar of ${chat.key}`) % HUES}`;
	return el("div", { class: `${styles.avatar} ${styles[colour]}`, "aria-hidden": "true" }, face(chat));
}

function face(chat: Pick<Chat, "title" | "kind">): Node | string {
	if (chat.kind === "group") return icon("group");
	if (chat.kind === "channel") return icon("channel");
	if (/^\+[\d\s()-]+$/.test(chat.title)) return "#";
	const words = chat.title.replace(/[^\p{L}\s.]/gu, "").split(/[\s.]+/u);
	return words
		.slice(0, 2)
		.map((word) => word.charAt(0).toUpperCase())
		.join("");
}
