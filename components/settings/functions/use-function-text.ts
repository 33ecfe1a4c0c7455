import { useMemo, useRef, useState } from "react";
import { readDraft } from "./function-draft";
import { type TypedSecrets, typedSecrets, withMasks, withSecrets } from "./shown-secrets";

const jsonOf = (value: object) => JSON.stringify(value, null, 2);

/** A function being written, as a form and as JSON: the JSON shows secrets masked, those as well that were just typed. */
export function useFunctionText(initial: object) {
	const [start] = useState(() => jsonOf(initial));
	const [text, setText] = useState(start);
	const [shown, setShown] = useState(start);
	/** What the masks in the JSON stand for. */
	const typed = useRef<TypedSecrets>({});
	const draft = useMemo(() => readDraft(text), [text]);
	const write = (fields: Record<string, unknown>) => {
		typed.current = { ...typed.current, ...typedSecrets(fields) };
		setText(jsonOf(fields));
	};
	return {
		draft,
		/** The JSON as it stands in the editor. */
		shown,
		changed: text !== start,
		/** Whether nobody has written anything in the JSON or the form. */
		isUntouched: (written: string) => written === start,
		/** What the form says. */
		writeFields(fields: Record<string, unknown>): void {
			write(fields);
			setShown(jsonOf(withMasks(fields)));
		},
		/** What was typed in the JSON, which stays as it is written while somebody writes there. */
		writeJson(written: string): void {
			setShown(written);
			const { fields } = readDraft(written);
			if (fields) write(withSecrets(fields, typed.current));
			else setText(written);
		},
		/** Nobody writes in the JSON any more. */
		leaveJson(): void {
			const { fields } = readDraft(shown);
			if (fields && Object.keys(typedSecrets(fields)).length > 0) setShown(jsonOf(withMasks(fields)));
		},
		discard(): void {
			typed.current = {};
			setText(start);
			setShown(start);
		},
	};
}
