import {
	autocompletion,
	closeBrackets,
	closeBracketsKeymap,
	completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, foldGutter, foldKeymap, indentUnit } from "@codemirror/language";
import { type Diagnostic, linter, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { Notice } from "@/components/ui/notice";
import { editorTheme } from "./editor-theme";
import { type JsonSchema, schemaCompletion } from "./schema-completion";

/** Something wrong at a place of the text, in UTF-16 units. */
export type EditorProblem = { offset: number; length: number; message: string };

export type JsonEditorProps = {
	/** Names the editor for screen readers. */
	label: string;
	value: string;
	change(value: string): void;
	/** The focus has gone elsewhere. */
	leave?(): void;
	/** What is wrong with a text; asked for a moment after the last key. */
	problemsOf(text: string): EditorProblem[];
	/** What else is wrong with the text as it is, such as what an answer said of it. The same list is the same marks. */
	marks?: readonly EditorProblem[];
	/** What may be written, by what is written so far. */
	schemaFor?(text: string): JsonSchema | undefined;
	/** Ctrl+Enter, ⌘+Enter. */
	submit?(): void;
	/** The longest text taken, in UTF-16 units. What would make it longer is not taken at all, and that is said. */
	longest?: number;
	minHeight?: string;
	maxHeight?: string;
};

/**
 * An editor for JSON: highlighting, folding, completion by a schema, and problems marked where they are. Tab leaves it,
 * as it leaves any field. Large, so it is loaded only where it is used (`lazy`).
 */
export default function JsonEditor(props: JsonEditorProps) {
	const place = useRef<HTMLDivElement>(null);
	const view = useRef<EditorView>(null);
	// The editor lives longer than a rendering: it always asks the latest.
	const latest = useRef(props);
	latest.current = props;
	/** How long the text would have become that was not taken. */
	const [refusedLength, setRefusedLength] = useState<number>();
	const { label, value, marks, longest, minHeight = "8rem", maxHeight = "32rem" } = props;

	useEffect(() => {
		if (!place.current) return;
		const editor = new EditorView({
			parent: place.current,
			state: EditorState.create({
				doc: latest.current.value,
				extensions: [
					lineNumbers(),
					foldGutter(),
					history(),
					drawSelection(),
					bracketMatching(),
					closeBrackets(),
					indentUnit.of("  "),
					EditorView.lineWrapping,
					json(),
					lintGutter(),
					linter(({ state }) => diagnostics(state, latest.current), { delay: 400 }),
					autocompletion({ override: [schemaCompletion((text) => latest.current.schemaFor?.(text))] }),
					keymap.of([
						{
							key: "Mod-Enter",
							run: () => {
								latest.current.submit?.();
								return latest.current.submit !== undefined;
							},
						},
						...closeBracketsKeymap,
						...defaultKeymap,
						...historyKeymap,
						...foldKeymap,
						...completionKeymap,
						...lintKeymap,
					]),
					EditorState.transactionFilter.of((transaction) => {
						const length = transaction.changes.newLength;
						const most = latest.current.longest ?? Number.POSITIVE_INFINITY;
						const isRefused = transaction.docChanged && length > most;
						setRefusedLength(isRefused ? length : undefined);
						return isRefused ? [] : transaction;
					}),
					EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
					EditorView.theme({
						".cm-scroller": { minHeight, maxHeight },
						".cm-content, .cm-gutter": { minHeight },
					}),
					editorTheme,
					EditorView.updateListener.of(({ docChanged, focusChanged, state, view: { hasFocus } }) => {
						if (docChanged) latest.current.change(state.doc.toString());
						if (focusChanged && !hasFocus) latest.current.leave?.();
					}),
				],
			}),
		});
		view.current = editor;
		return () => editor.destroy();
	}, [label, minHeight, maxHeight]);

	useEffect(() => {
		const editor = view.current;
		if (!editor) return;
		const written = editor.state.doc.toString();
		if (written === value) return;
		editor.dispatch({ changes: { from: 0, to: written.length, insert: value } });
		showProblems(editor, latest.current);
	}, [value]);

	useEffect(() => {
		if (view.current && marks && marks.length > 0) showProblems(view.current, latest.current);
	}, [marks]);

	return (
		<>
			<div ref={place} className="overflow-hidden rounded-lg border border-line" />
			<div aria-live="polite">
				{refusedLength !== undefined && longest !== undefined && (
					<NotInserted length={refusedLength} longest={longest} />
				)}
			</div>
		</>
	);
}

function NotInserted({ length, longest }: { length: number; longest: number }) {
	const { number } = useFormat();
	return (
		<Notice tone="bad" className="mt-3" title={i18n.t("json.notInserted.title")}>
			{i18n.t("json.notInserted.text", [number(length), number(longest)])}
		</Notice>
	);
}

/** At once: nobody is in the middle of typing. */
function showProblems(editor: EditorView, props: JsonEditorProps): void {
	editor.dispatch(setDiagnostics(editor.state, diagnostics(editor.state, props)));
}

function diagnostics(state: EditorState, { problemsOf, marks = [] }: JsonEditorProps): Diagnostic[] {
	const text = state.doc.toString();
	return [...problemsOf(text), ...marks].map(({ offset, length, message }) => ({
		from: Math.min(offset, text.length),
		to: Math.min(offset + length, text.length),
		severity: "error",
		message,
	}));
}
