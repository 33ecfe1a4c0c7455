import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { i18n } from "#i18n";
import type { Connection } from "@/components/connect/connection";
import { jsonProblemText } from "@/components/json-editor/json-problem-text";
import { LazyJsonEditor } from "@/components/json-editor/lazy-json-editor";
import { Input } from "@/components/ui/field";
import { parseJson } from "@/lib/core/json";
import { placeholderNames } from "@/lib/crm/placeholders";
import { PairRows } from "../pair-rows";

/** What an endpoint sends beside or instead of the parameters of its type, for a CRM with an API of its own. */
export function RequestPart({ form }: { form: UseFormReturn<Connection> }) {
	const { register, watch, setValue, formState } = form;
	const { query, headers, body, steps, method } = watch();
	const [open, setOpen] = useState(() =>
		[body, steps, ...Object.keys(query), ...Object.keys(headers)].some((set) => set !== ""),
	);
	// Without an element of their own: the editor is one only once it is loaded.
	register("body", { validate: (text) => jsonProblem(text) });
	register("steps", { validate: (text) => jsonProblem(text) });
	const names = placeholderNames.map((name) => `{${name}}`).join(" ");
	return (
		<details
			className="mt-4 rounded-xl border border-line p-4"
			open={open || Boolean(formState.errors.body ?? formState.errors.steps)}
			onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
		>
			<summary className="font-semibold">{i18n.t("settings.endpoints.request.title")}</summary>
			{open && (
				<div className="mt-3 space-y-4">
					<p className="max-w-[65ch] text-[0.86rem] text-ink-soft">
						{i18n.t("settings.endpoints.request.intro", [names])}
					</p>
					<Pairs
						title={i18n.t("settings.endpoints.request.query")}
						add={i18n.t("settings.endpoints.request.addQuery")}
						pairs={query}
						change={(pairs) => setValue("query", pairs, { shouldDirty: true })}
					/>
					<Pairs
						title={i18n.t("settings.endpoints.request.headers")}
						add={i18n.t("settings.endpoints.request.addHeader")}
						pairs={headers}
						change={(pairs) => setValue("headers", pairs, { shouldDirty: true })}
					/>
					{method === "POST" && (
						<Json
							title={i18n.t("settings.endpoints.request.body")}
							hint={i18n.t("settings.endpoints.request.bodyHint")}
							value={body}
							error={formState.errors.body?.message}
							change={(text) => setValue("body", text, { shouldDirty: true })}
						/>
					)}
					<Json
						title={i18n.t("settings.endpoints.request.steps")}
						hint={i18n.t("settings.endpoints.request.stepsHint")}
						value={steps}
						error={formState.errors.steps?.message}
						change={(text) => setValue("steps", text, { shouldDirty: true })}
					/>
				</div>
			)}
		</details>
	);
}

type PairsProps = {
	title: string;
	add: string;
	pairs: Record<string, string>;
	change(pairs: Record<string, string>): void;
};

function Pairs({ title, add, pairs, change }: PairsProps) {
	return (
		<fieldset>
			<legend className="mb-1 font-medium text-[0.93rem]">{title}</legend>
			<PairRows
				pairs={pairs}
				add={add}
				empty=""
				change={(next = {}) => change(next as Record<string, string>)}
				value={(value, write, name) => (
					<Input
						aria-label={`${i18n.t("connect.fieldValue")} ${name}`}
						className="min-w-0 flex-1 font-mono"
						spellCheck={false}
						value={String(value)}
						onChange={(event) => write(event.target.value)}
					/>
				)}
			/>
		</fieldset>
	);
}

type JsonProps = { title: string; hint: string; value: string; error?: string; change(text: string): void };

function Json({ title, hint, value, error, change }: JsonProps) {
	return (
		<div>
			<p className="mb-1 font-medium text-[0.93rem]">{title}</p>
			<LazyJsonEditor
				label={title}
				value={value}
				change={change}
				minHeight="4rem"
				problemsOf={(text) => {
					const message = jsonProblem(text);
					return message === true ? [] : [{ ...placeOfProblem(text), message }];
				}}
			/>
			<p className={`mt-1 text-[0.86rem] ${error ? "text-bad" : "text-ink-soft"}`}>{error ?? hint}</p>
		</div>
	);
}

function jsonProblem(text: string): true | string {
	if (text.trim() === "") return true;
	const parsed = parseJson(text);
	return parsed.ok || jsonProblemText(parsed.failure);
}

function placeOfProblem(text: string): { offset: number; length: number } {
	const parsed = parseJson(text);
	return parsed.ok || parsed.failure.reason !== "invalid-json" ? { offset: 0, length: 0 } : parsed.failure;
}
