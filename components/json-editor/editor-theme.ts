import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const font = '0.86rem/1.6 ui-monospace, "SF Mono", Menlo, Consolas, monospace';

/** The editor in the colours of the page, light and dark. */
export const editorTheme = [
	EditorView.theme({
		"&": { backgroundColor: "var(--surface)", color: "var(--ink)", borderRadius: "0.5rem" },
		"&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
		".cm-scroller": { font, overflow: "auto" },
		".cm-content": { caretColor: "var(--accent)", padding: "0.5rem 0" },
		".cm-cursor": { borderLeftColor: "var(--accent)" },
		".cm-gutters": { backgroundColor: "transparent", color: "var(--ink-soft)", border: "none" },
		".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--ink)" },
		"&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
			backgroundColor: "var(--accent-soft) !important",
		},
		".cm-matchingBracket": { backgroundColor: "var(--accent-soft) !important", color: "inherit" },
		".cm-tooltip": {
			backgroundColor: "var(--surface)",
			border: "1px solid var(--line)",
			borderRadius: "0.5rem",
			color: "var(--ink)",
			maxWidth: "min(26rem, 90vw)",
		},
		".cm-tooltip-autocomplete > ul": { font, maxHeight: "14rem" },
		".cm-tooltip-autocomplete > ul > li[aria-selected]": {
			backgroundColor: "var(--accent-soft)",
			color: "var(--accent-ink)",
		},
		".cm-completionDetail": { color: "var(--ink-soft)" },
		".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
		".cm-diagnostic": { padding: "0.35rem 0.6rem", fontFamily: "var(--font-sans)" },
		".cm-foldPlaceholder": {
			backgroundColor: "var(--sunken)",
			borderColor: "var(--line)",
			color: "var(--ink-soft)",
		},
	}),
	syntaxHighlighting(
		HighlightStyle.define([
			{ tag: tags.propertyName, color: "var(--accent-ink)" },
			{ tag: tags.string, color: "var(--ink)" },
			{ tag: [tags.number, tags.bool, tags.null], color: "var(--warn)" },
			{ tag: tags.punctuation, color: "var(--ink-soft)" },
		]),
	),
];
