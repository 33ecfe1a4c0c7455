import { useState } from "react";
import { i18n } from "#i18n";
import { useUpdateFunctions } from "@/components/hooks/use-functions";
import type { EditorProblem } from "@/components/json-editor/json-editor";
import { jsonProblemText } from "@/components/json-editor/json-problem-text";
import { LazyJsonEditor } from "@/components/json-editor/lazy-json-editor";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { longestImport } from "@/lib/functions/added-functions";
import type { CustomFunction } from "@/lib/functions/definition";
import { hrefOf } from "../shell/place";
import { useUnsavedChanges } from "../shell/unsaved-changes";
import { AddressFields, ImportPreview } from "./import-preview";
import { sampleTools } from "./new-function";
import { readText, useFunctionImport } from "./use-import";

/** Adds pasted functions: what each one is and what is wrong with it is shown before anything is stored. */
export function FunctionImport({ functions }: { functions: readonly CustomFunction[] }) {
	const pasted = useFunctionImport();
	const { text, failure, rows, lacking } = pasted;
	const [done, setDone] = useState(false);
	const update = useUpdateFunctions();
	const toast = useToast();
	useUnsavedChanges(text.trim() !== "" && !done);
	const good = rows.flatMap(({ read }) => (read.ok ? [read.definition] : []));
	const add = async () => {
		const added = await update.mutateAsync({ add_function: good });
		if (added.isError) return;
		toast({ text: i18n.t("settings.functions.import.done", good.length) });
		// What was refused stays, to be put right.
		if (pasted.keepRefused()) return;
		setDone(true);
		setTimeout(() => {
			location.hash = hrefOf({ route: "functions" });
		});
	};
	return (
		<div className="rounded-2xl border border-line bg-surface p-5">
			<div className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
				<p className="min-w-0 max-w-[65ch] flex-1 basis-60 text-ink-soft">
					{i18n.t("settings.functions.import.text")}
				</p>
				{text === "" && (
					<Button size="small" onClick={() => pasted.write(JSON.stringify(sampleTools, null, 2))}>
						{i18n.t("settings.functions.import.sample")}
					</Button>
				)}
			</div>
			<LazyJsonEditor
				label={i18n.t("settings.functions.import.title")}
				value={text}
				change={pasted.write}
				problemsOf={problemsOf}
				longest={longestImport}
				minHeight="14rem"
			/>
			{lacking > 1 && (
				<div className="mt-4 rounded-xl bg-sunken p-4">
					<p className="font-medium text-[0.93rem]">{i18n.t("settings.functions.import.common")}</p>
					<AddressFields
						name={i18n.t("settings.functions.import.commonName")}
						address={pasted.common}
						placeholder="https://shop.example.com/tools/{name}"
						change={pasted.setCommon}
					/>
					<p className="text-[0.86rem] text-ink-soft">
						{i18n.t("settings.functions.import.commonHint", ["{name}"])}
					</p>
				</div>
			)}
			<div aria-live="polite" className="mt-4">
				{failure && <p className="text-bad">{jsonProblemText(failure)}</p>}
				<ul className="divide-y divide-line">
					{rows.map(({ read, address, setAddress }, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: names may be missing or the same
						<li key={index} className="py-2.5">
							<ImportPreview
								read={read}
								number={`#${index + 1}`}
								functions={functions}
								address={address}
								change={setAddress}
							/>
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

function problemsOf(text: string): EditorProblem[] {
	const { failure } = readText(text);
	if (failure?.reason !== "invalid-json") return [];
	return [{ offset: failure.offset, length: failure.length, message: jsonProblemText(failure) }];
}
