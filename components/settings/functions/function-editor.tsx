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
import { secretsSource } from "@/lib/functions/kept-secrets";
import { keepSecrets } from "@/lib/settings/secrets";
import { SaveBar } from "../save-bar";
import { hrefOf } from "../shell/place";
import { readDraft } from "./function-draft";
import { FunctionForm } from "./function-form";
import { TryFunction, TryLater } from "./try/try-function";
import { useFunctionText } from "./use-function-text";

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
	const written = useFunctionText(initial);
	const { draft } = written;
	const [submitted, setSubmitted] = useState(false);
	const [saved, setSaved] = useState(false);
	const update = useUpdateFunctions();
	const grant = useGrant();
	const toast = useToast();
	const form = useRef<HTMLFormElement>(null);
	const refusal = useRef<HTMLDivElement>(null);
	const schema = useToolSchema("update_custom_functions")?.properties?.add_function;
	const name = draft.fields?.name;
	const taken = name !== current && functions.some((one) => one.name === name);

	const dirty = !saved && (unsaved || written.changed);

	const missing = useMemo(
		() => missingSecrets(draft.definition, functions, current),
		[draft, functions, current],
	);
	const untouched = written.isUntouched(written.shown);

	const save = async () => {
		setSubmitted(true);
		if (draft.problems.length > 0 || taken || missing.length > 0 || !draft.fields) {
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
		if (stored.isError) {
			setTimeout(() => refusal.current?.scrollIntoView({ block: "center" }));
			return;
		}
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
								missing={missing}
								showAll={submitted}
								change={written.writeFields}
							/>
						) : (
							<p className="text-ink-soft">{i18n.t("settings.functions.brokenJson")}</p>
						)}
					</div>
					<div className="min-w-0">
						<p className="mb-1.5 font-medium text-[0.93rem]">JSON</p>
						<LazyJsonEditor
							label="JSON"
							value={written.shown}
							change={written.writeJson}
							leave={written.leaveJson}
							// Nothing is wrong with what nobody has begun, until they want it saved.
							problemsOf={(json) => (written.isUntouched(json) ? [] : readDraft(json).problems)}
							marks={submitted && untouched ? draft.problems : undefined}
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
					<div ref={refusal}>
						<Notice tone="bad" className="mt-4" title={i18n.t("connect.notSaved")}>
							{update.data.text}
						</Notice>
					</div>
				)}
				<SaveBar dirty={dirty} saving={update.isPending} discard={written.discard} />
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

/** The masked credentials that stand for none that is stored, by their names. */
function missingSecrets(
	definition: CustomFunction | undefined,
	functions: readonly CustomFunction[],
	current: string | undefined,
): string[] {
	if (!definition) return [];
	const complete = keepSecrets(definition, secretsSource(definition, functions, current));
	return complete.ok ? [] : complete.failure.fields;
}
