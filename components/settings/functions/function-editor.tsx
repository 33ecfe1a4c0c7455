import { useMemo, useRef, useState } from "react";
import { i18n } from "#i18n";
import { useUpdateFunctions } from "@/components/hooks/use-functions";
import { useGrant } from "@/components/hooks/use-panel-commands";
import { useToolSchema } from "@/components/hooks/use-tool-list";
import { LazyJsonEditor } from "@/components/json-editor/lazy-json-editor";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import { longestImport } from "@/lib/functions/added-functions";
import type { CustomFunction } from "@/lib/functions/definition";
import { SaveBar } from "../save-bar";
import { hrefOf } from "../shell/place";
import { readDraft } from "./function-draft";
import { FunctionForm } from "./function-form";
import { TryFunction, TryLater } from "./try/try-function";

type FunctionEditorProps = {
	initial: object;
	/** The stored name of what is edited; a new function has none. */
	current?: string;
	/** Whether there is something to save before anything is typed, as in a copy. */
	unsaved?: boolean;
	functions: readonly CustomFunction[];
};

/** One function, as a form and as JSON side by side. Either changes the other as it is typed. */
export function FunctionEditor({ initial, current, unsaved = false, functions }: FunctionEditorProps) {
	const [start] = useState(() => JSON.stringify(initial, null, 2));
	const [text, setText] = useState(start);
	const [submitted, setSubmitted] = useState(false);
	const [saved, setSaved] = useState(false);
	const draft = useMemo(() => readDraft(text), [text]);
	const update = useUpdateFunctions();
	const grant = useGrant();
	const toast = useToast();
	const form = useRef<HTMLFormElement>(null);
	const schema = useToolSchema("update_custom_functions")?.properties?.add_function;
	const name = draft.fields?.name;
	const taken = name !== current && functions.some((one) => one.name === name);

	const dirty = !saved && (unsaved || text !== start);

	const save = async () => {
		setSubmitted(true);
		if (draft.problems.length > 0 || taken || !draft.fields) {
			// When the form shows what is wrong, which until now it may have kept to itself.
			setTimeout(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
			return;
		}
		const { endpoint } = draft.fields as { endpoint: string };
		await grant.mutateAsync(permissionPattern(new URL(endpoint)));
		const stored = await update.mutateAsync({
			add_function: draft.fields,
			...(current && name !== current && { remove_function: current }),
		});
		if (stored.isError) return;
		setSaved(true);
		toast({ text: i18n.t("settings.functions.saved", [String(name)]) });
		// After the form has told that nothing is unsaved any more.
		setTimeout(() => {
			location.hash = hrefOf({ route: "functions" });
		});
	};

	return (
		<>
			<form
				ref={form}
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					void save();
				}}
			>
				<div className="grid gap-5 xl:grid-cols-2">
					<div className="min-w-0 rounded-2xl border border-line bg-surface p-5">
						{draft.fields ? (
							<FunctionForm
								fields={draft.fields}
								problems={{
									...draft.fieldProblems,
									...(taken && { name: i18n.t("settings.functions.taken") }),
								}}
								showAll={submitted}
								change={(changed) => setText(JSON.stringify(changed, null, 2))}
							/>
						) : (
							<p className="text-ink-soft">{i18n.t("settings.functions.brokenJson")}</p>
						)}
					</div>
					<div className="min-w-0">
						<p className="mb-1.5 font-medium text-[0.93rem]">JSON</p>
						<LazyJsonEditor
							label="JSON"
							value={text}
							change={setText}
							problemsOf={(written) => readDraft(written).problems}
							schemaFor={() => schema}
							submit={() => void save()}
							longest={longestImport}
							minHeight="24rem"
							maxHeight="44rem"
						/>
					</div>
				</div>
				{submitted && draft.problems.length > 0 && (
					<Notice
						tone="bad"
						className="mt-4"
						title={i18n.t("settings.functions.notYet", draft.problems.length)}
					>
						<ul className="list-disc pl-4">
							{draft.problems.map(({ field, offset, message }) => (
								<li key={`${offset} ${message}`} className="[overflow-wrap:anywhere]">
									{field && <code>{field}</code>} {message}
								</li>
							))}
						</ul>
					</Notice>
				)}
				{update.data?.isError && (
					<Notice tone="bad" className="mt-4" title={i18n.t("connect.notSaved")}>
						{update.data.text}
					</Notice>
				)}
				<SaveBar dirty={dirty} saving={update.isPending} discard={() => setText(start)} />
				{!dirty && (
					<div className="mt-4 flex justify-end">
						<LinkButton href={hrefOf({ route: "functions" })}>{i18n.t("settings.close")}</LinkButton>
					</div>
				)}
			</form>
			{draft.definition ? <TryFunction definition={draft.definition} current={current} /> : <TryLater />}
		</>
	);
}
