import { avatar } from "./avatar";
import styles from "./chat-list.module.css";
import { OWNER } from "./chats";
import { listDay } from "./days";
import { deliveryTick } from "./delivery-tick";
import { el } from "./dom";
import { icon } from "./icons";
import type { Labels } from "./labels";
import { plainPreview } from "./message-text";
import { type Chat, lastMessage } from "./model";

/** What a row of the list holds: avatar, name, time, preview and unread count. */
export function chatCell(chat: Chat, draft: string, now: Date, labels: Labels): HTMLElement {
	const last = lastMessage(chat);
	return el(
		"div",
		{ role: "gridcell", class: styles.gridcell, tabindex: "0" },
		el(
			"div",
			{ class: styles.cell, "data-testid": "cell-frame-container" },
			avatar(chat),
			el(
				"div",
				{ class: styles.cellText },
				el(
					"div",
					{ class: styles.cellLine },
					el(
						"div",
						{ class: styles.cellTitle, "data-testid": "cell-frame-title" },
						el("span", { dir: "auto", title: chat.title }, chat.title),
					),
					el(
						"div",
						{
							class: `${styles.cellTime} ${chat.unread > 0 ? styles.cellTimeUnread : ""}`,
							"data-testid": "cell-frame-primary-detail",
						},
						last ? listDay(last.at, now, chat.dateStyle, labels) : "",
					),
				),
				el(
					"div",
					{ class: styles.cellLine },
					el(
						"div",
						{ class: styles.cellPreview, "data-testid": "cell-frame-secondary" },
						...preview(chat, draft, labels),
					),
					chat.unread > 0 ? unreadBadge(chat.unread, labels) : null,
				),
			),
		),
	);
}

function unreadBadge(count: number, labels: Labels): HTMLElement {
	return el(
		"span",
		{
			class: styles.badge,
			role: "img",
			"data-testid": "icon-unread-count",
			"aria-label": labels.unread(count),
		},
		String(count),
	);
}

function preview(chat: Chat, draft: string, labels: Labels): HTMLElement[] {
	if (draft.trim()) {
		return [
			el("span", { class: styles.draft }, `${labels.draft}:`),
			el("span", { class: styles.previewText, dir: "auto" }, plainPreview(draft)),
		];
	}
	const message = lastMessage(chat);
	if (!message) return [];
	const author = chat.kind === "group" && message.author !== OWNER ? `${message.author.split(" ")[0]}: ` : "";
	const parts: HTMLElement[] = [];
	if (message.delivery) parts.push(deliveryTick(message.delivery, labels, "status"));
	if (author) parts.push(el("span", {}, author));
	const media = message.media;
	if (media) {
		const symbol = { image: "photo", voice: "voice", document: "document" } as const;
		parts.push(el("span", { class: styles.previewIcon }, icon(symbol[media.kind])));
	}
	const mediaWords = media && { image: labels.photo, voice: labels.voice, document: "" }[media.kind];
	const words = message.text || (media?.kind === "document" ? media.name : mediaWords) || "";
	const plain = plainPreview(words);
	parts.push(el("span", { class: styles.previewText, dir: "auto", title: plain }, plain));
	return parts;
}
