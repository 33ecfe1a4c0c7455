import { el, withBreaks } from "./dom";
import styles from "./message.module.css";

/** `*bold*` cut out of a text: plain and bold pieces in order. */
export function formattedPieces(text: string): { text: string; bold: boolean }[] {
	return text
		.split(/(\*[^*\n]+\*)/)
		.filter(Boolean)
		.map((piece) => {
			const bold = piece.length > 2 && piece.startsWith("*") && piece.endsWith("*");
			return { text: bold ? piece.slice(1, -1) : piece, bold };
		});
}

/** A text without its formatting marks, on one line, for previews and quotes. */
export function plainPreview(text: string): string {
	return formattedPieces(text)
		.map((piece) => piece.text)
		.join("")
		.replaceAll("\n", " ");
}

/** The text of a message; formatted text is split over several `selectable-text` elements, one a piece. */
export function messageText(text: string): HTMLElement {
	const pieces = formattedPieces(text).map((piece) => {
		const attributes = {
			class: `selectable-text copyable-text ${styles.text}`,
			dir: "ltr",
			"data-testid": "selectable-text",
		};
		if (piece.bold) return el("strong", attributes, ...withBreaks(piece.text));
		return el("span", attributes, el("span", {}, ...withBreaks(piece.text)));
	});
	return el("div", { class: styles.words }, ...pieces);
}
