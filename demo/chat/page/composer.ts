import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerPlainText } from "@lexical/plain-text";
import {
	$createLineBreakNode,
	$createParagraphNode,
	$createTextNode,
	$getRoot,
	COMMAND_PRIORITY_HIGH,
	createEditor,
	KEY_ENTER_COMMAND,
	type LexicalEditor,
} from "lexical";
import styles from "./composer.module.css";
import { el } from "./dom";
import { icon } from "./icons";
import type { Labels } from "./labels";

export type Composer = { element: HTMLElement; focus: () => void; dispose: () => void };

export type ComposerOptions = {
	chatTitle: string;
	labels: Labels;
	draft: string;
	onDraft: (text: string) => void;
	onSend: (text: string) => void;
};

const HISTORY_DELAY_MS = 300;

/** The footer with a Lexical editor, as the real page has. Enter sends, Shift+Enter breaks the line. */
export function createComposer(options: ComposerOptions): Composer {
	const { labels, draft } = options;
	const input = el("div", {
		class: `selectable-text copyable-text ${styles.input}`,
		contenteditable: "true",
		role: "textbox",
		"aria-multiline": "true",
		"aria-label": labels.messageTo(options.chatTitle),
		"aria-placeholder": labels.message,
		"data-tab": "10",
		"data-testid": "conversation-compose-box-input",
		spellcheck: "false",
		tabindex: "10",
	});
	const placeholder = el("div", { class: styles.placeholder, "aria-hidden": "true" }, labels.message);
	const button = el(
		"button",
		{ type: "button", class: styles.send, "aria-label": labels.send, "data-testid": "compose-btn-send" },
		icon("send"),
	);
	const editor = createEditor({
		namespace: "compose",
		onError(error) {
			throw error;
		},
	});
	let wanted: "draft" | "nothing" = "draft";

	const send = () => {
		const text = editorText(editor).trim();
		if (!text) return;
		writeText(editor, "");
		options.onSend(text);
	};
	const stops = [
		registerPlainText(editor),
		registerHistory(editor, createEmptyHistoryState(), HISTORY_DELAY_MS),
		editor.registerCommand(
			KEY_ENTER_COMMAND,
			(event) => {
				if (event?.shiftKey || event?.isComposing) return false;
				event?.preventDefault();
				send();
				return true;
			},
			COMMAND_PRIORITY_HIGH,
		),
		editor.registerUpdateListener(() => {
			const text = editorText(editor);
			placeholder.hidden = text !== "";
			button.classList.toggle(styles.ready ?? "", text.trim() !== "");
			if (wanted === "draft") options.onDraft(text);
		}),
	];
	editor.setRootElement(input);
	writeText(editor, draft);
	button.addEventListener("click", send);

	return {
		element: el(
			"footer",
			{ class: styles.footer },
			el(
				"div",
				{ class: styles.box, "data-testid": "compose-box" },
				el("div", { class: styles.field }, input, placeholder),
				button,
			),
		),
		focus: () => editor.focus(),
		dispose() {
			wanted = "nothing";
			for (const stop of stops) stop();
			editor.setRootElement(null);
		},
	};
}

/** Lexical puts two line breaks between paragraphs; here a paragraph is a line. */
function editorText(editor: LexicalEditor): string {
	return editor.getEditorState().read(() =>
		$getRoot()
			.getChildren()
			.map((paragraph) => paragraph.getTextContent())
			.join("\n"),
	);
}

function writeText(editor: LexicalEditor, text: string): void {
	editor.update(
		() => {
			const paragraph = $createParagraphNode();
			text.split("\n").forEach((line, index) => {
				if (index > 0) paragraph.append($createLineBreakNode());
				if (line) paragraph.append($createTextNode(line));
			});
			$getRoot().clear().append(paragraph);
			paragraph.selectEnd();
		},
		{ discrete: true },
	);
}
