import { hashOf } from "./deterministic";
import { el } from "./dom";
import { icon } from "./icons";
import styles from "./message.module.css";
import type { Media } from "./model";
import { pictureOf } from "./pictures";

const WAVE_BARS = 34;

/** A photo, a voice message or a document inside a bubble. None of them carries `data-pre-plain-text`. */
export function mediaView(media: Media, seed: string): HTMLElement {
	switch (media.kind) {
		case "image":
			return el(
				"div",
				{ class: styles.image, "data-testid": "image-thumb" },
				el("img", { src: pictureOf(media.scene), alt: "", width: "260", height: "180", draggable: "false" }),
			);
		case "voice":
			return el(
				"div",
				{ class: styles.voice, "data-testid": "audio-message" },
				el("span", { class: styles.play }, icon("play")),
				el("span", { class: styles.wave, "aria-hidden": "true" }, ...waveBars(seed)),
				el("span", { class: styles.seconds }, `0:${String(media.seconds).padStart(2, "0")}`),
			);
		case "document":
			return el(
				"div",
				{ class: styles.document, "data-testid": "document-thumb" },
				icon("document", styles.paper),
				el(
					"span",
					{ class: styles.file },
					el("span", { class: styles.fileName, title: media.name }, media.name),
					el("span", { class: styles.fileDetail }, media.detail),
				),
			);
	}
}

function waveBars(seed: string): HTMLElement[] {
	return Array.from({ length: WAVE_BARS }, (_, index) => {
		const bar = el("i");
		bar.style.height = `${4 + (hashOf(`${seed}/${index}`) % 16)}px`;
		return bar;
	});
}
