import { List, LoaderCircle } from "lucide-react";
import { useId } from "react";
import type { UseFormReturn } from "react-hook-form";
import { i18n } from "#i18n";
import { modelFailureText, wordsOfServer } from "@/components/assistant/model-failure-text";
import { useModelList } from "@/components/hooks/use-model-test";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { likelyBaseUrl } from "@/lib/assistant/base-url-hint";
import type { ModelFailure } from "@/lib/assistant/model";
import { LockedBadge } from "../locked-badge";
import type { ModelValues } from "./model-values";

type ModelFieldProps = {
	form: UseFormReturn<ModelValues>;
	locked: boolean;
	/** What the form holds, once the server can be asked with it. */
	ready(): Promise<ModelValues | undefined>;
};

/** The model's name, typed or chosen from those the server has. */
export function ModelField({ form: { register, formState, setFocus }, locked, ready }: ModelFieldProps) {
	const listId = useId();
	const list = useModelList();
	const models = list.data?.ok ? list.data.value : undefined;
	const failure = list.data && !list.data.ok ? list.data.failure : undefined;
	const fetchModels = async () => {
		const values = await ready();
		if (!values) return;
		const found = await list.mutateAsync(values);
		// There the list opens with the arrow keys, or a second click.
		if (found?.ok && values.model === "") setFocus("model");
	};
	return (
		<div id="model-name" className="scroll-mt-4">
			<Field
				label={i18n.t("assistantSettings.name.label")}
				hint={locked ? <LockedBadge /> : i18n.t("assistantSettings.name.hint")}
				error={formState.errors.model?.message}
			>
				{(props) => (
					<div className="flex flex-wrap gap-2">
						<Input
							{...props}
							list={listId}
							spellCheck={false}
							autoComplete="off"
							className="min-w-40 flex-1 font-mono"
							disabled={locked}
							{...register("model", {
								validate: (model, { provider }) =>
									provider !== "openai-compatible" || model.trim() !== "" || i18n.t("connect.required"),
							})}
						/>
						<Button onClick={() => void fetchModels()} disabled={list.isPending}>
							{list.isPending ? <LoaderCircle aria-hidden className="animate-spin" /> : <List aria-hidden />}
							{i18n.t("assistantSettings.name.fetch")}
						</Button>
					</div>
				)}
			</Field>
			<datalist id={listId}>
				{models?.map((model) => (
					<option key={model} value={model} />
				))}
			</datalist>
			<div aria-live="polite">
				{models && !list.isPending && (
					<p className="mt-1 text-[0.86rem] text-good">
						{i18n.t("assistantSettings.name.found", models.length, [String(models.length)])}
					</p>
				)}
				{failure && !list.isPending && (
					<Notice tone="bad" className="mt-3" title={modelFailureText(failure).title}>
						<p>{modelFailureText(failure).text}</p>
						<BaseUrlHint failure={failure} baseUrl={list.variables?.base_url ?? ""} />
						<ServerWords words={wordsOfServer(failure)} />
					</Notice>
				)}
			</div>
		</div>
	);
}

/** Another address, where the one that was asked looks incomplete. */
export function BaseUrlHint({ failure, baseUrl }: { failure: ModelFailure; baseUrl: string }) {
	const likely = isAddressIssue(failure) ? likelyBaseUrl(baseUrl) : null;
	return likely && <p className="mt-1 break-words">{i18n.t("assistantSettings.url.likely", [likely])}</p>;
}

const isAddressIssue = ({ reason }: ModelFailure) =>
	reason === "model-unknown" || reason === "not-understood";

/** What a server said of its failure, as it said it. */
export function ServerWords({ words }: { words: string }) {
	if (words === "") return null;
	return <p className="mt-1 break-words font-mono text-[0.86rem]">{words}</p>;
}
