import { useMemo, useState } from "react";
import { i18n } from "#i18n";
import { useUpdateFunctions } from "@/components/hooks/use-functions";
import type { EditorProblem } from "@/components/json-editor/json-editor";
import { jsonProblemText } from "@/components/json-editor/json-problem-text";
import { LazyJsonEditor } from "@/components/json-editor/lazy-json-editor";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { type JsonFailure, parseJson } from "@/lib/core/json";
import { longestImport } from "@/lib/functions/added-functions";
import type { CustomFunction } from "@/lib/functions/definition";
import { type ReadFunction, readFunctions } from "@/lib/functions/import";
import { hrefOf } from "../shell/place";
import { useUnsavedChanges } from "../shell/unsaved-changes";
import { functionProblemText } from "./function-problem-text";

/** Adds pasted functions: what each one is and what is wrong with it is shown before anything is stored. */
export function FunctionImport({ functions }: { functions: readonly CustomFunction[] }) {
	const [text, setText] = useState("");
	const [done, setDone] = useState(false);
	const update = useUpdateFunctions();
	const toast = useToast();
	useUnsavedChanges(text.trim() !== "" && !done);
	const { read, failure } = useMemo(() => readText(text), [text]);
	const good = read.flatMap((one) => (one.ok ? [one.definition] : []));
	const add = async () => {
		const added = await update.mutateAsync({ add_function: good });
		if (added.isError) return;
		setDone(true);
		toast({ text: i18n.t("settings.functions.import.done", good.length) });
		setTimeout(() => {
			location.hash = hrefOf({ route: "functions" });
		});
	};
	return (
		<div className="rounded-2xl border border-line bg-surface p-5">
			<p className="mb-3 max-w-[65ch] text-ink-soft">{i18n.t("settings.functions.import.text")}</p>
			<LazyJsonEditor
				label={i18n.t("settings.functions.import.title")}
				value={text}
				change={setText}
				problemsOf={problemsOf}
				longest={longestImport}
				minHeight="14rem"
			/>
			<div aria-live="polite" className="mt-4">
				{failure && <p className="text-bad">{jsonProblemText(failure)}</p>}
				<ul className="divide-y divide-line">
					{read.map((one, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: names may be missing or the same
						<li key={index} className="py-2.5">
							<Preview read={one} functions={functions} index={index} />
						</li>
					))}
				</ul>
			</div>
			{update.data?.isError && (
				<Notice tone="bad" className="mt-4" title={i18n.t("connect.notSaved")}>
					{update.data.text}
				</Notice>
			)}
			<div className="mt-4 flex flex-wrap justify-end gap-2">
				<LinkButton href={hrefOf({ route: "functions" })}>{i18n.t("connect.cancel")}</LinkButton>
				<Button look="primary" disabled={good.length === 0 || update.isPending} onClick={() => void add()}>
					{i18n.t("settings.functions.import.add", good.length)}
				</Button>
			</div>
		</div>
	);
}

type PreviewProps = { read: ReadFunction; functions: readonly CustomFunction[]; index: number };

function Preview({ read, functions, index }: PreviewProps) {
	if (read.ok) {
		const { name, method, endpoint } = read.definition;
		return (
			<>
				<p className="flex flex-wrap items-center gap-2">
					<span className="break-all font-mono font-medium">{name}</span>
					{functions.some((one) => one.name === name) ? (
						<Badge tone="warn">{i18n.t("settings.functions.import.replaces")}</Badge>
					) : (
						<Badge tone="good">{i18n.t("settings.functions.import.isNew")}</Badge>
					)}
				</p>
				<p className="break-all font-mono text-[0.86rem] text-ink-soft">
					{method} {endpoint}
				</p>
			</>
		);
	}
	const { name } = read.draft;
	return (
		<>
			<p className="flex flex-wrap items-center gap-2">
				<span className="break-all font-mono font-medium">
					{typeof name === "string" && name ? name : `#${index + 1}`}
				</span>
				<Badge tone="bad">{i18n.t("settings.functions.import.refused")}</Badge>
			</p>
			<ul className="text-[0.93rem] text-bad">
				{read.issues.map((issue) => (
					<li key={issue.path.join(".") + issue.message} className="break-words">
						{issue.path.length > 0 && <code>{issue.path.join(".")}</code>} {functionProblemText(issue)}
					</li>
				))}
			</ul>
		</>
	);
}

function readText(text: string): { read: ReadFunction[]; failure?: JsonFailure } {
	if (text.trim() === "") return { read: [] };
	const parsed = parseJson(text, longestImport);
	return parsed.ok ? { read: readFunctions(parsed.value) } : { read: [], failure: parsed.failure };
}

function problemsOf(text: string): EditorProblem[] {
	const { failure } = readText(text);
	if (failure?.reason !== "invalid-json") return [];
	return [{ offset: failure.offset, length: failure.length, message: jsonProblemText(failure) }];
}
