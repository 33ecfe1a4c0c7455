import { type FormEvent, useState } from "react";
import { i18n } from "#i18n";
import { useSaveSelectorOverrides, useSelectorOverrides } from "@/components/hooks/use-selector-overrides";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { SelectorOverrides } from "@/lib/whatsapp/facts";
import { isSelector } from "@/lib/whatsapp/find-elements";
import { selectorNames, selectors } from "@/lib/whatsapp/selectors";
import { settingsFailureText } from "../settings-failure-text";
import { SettingsSection } from "../settings-section";
import { useUnsavedChanges } from "../shell/unsaved-changes";

/** Lets a user repair a selector WhatsApp has broken, without waiting for a release. */
export function SelectorSettings() {
	const stored = useSelectorOverrides();
	const save = useSaveSelectorOverrides();
	if (!stored.data) return null;
	return (
		<SettingsSection
			anchor="selectors"
			title={i18n.t("settings.selectors.title")}
			intro={i18n.t("settings.selectors.intro")}
		>
			<SelectorForm key={JSON.stringify(stored.data)} stored={stored.data} save={save} />
		</SettingsSection>
	);
}

type SelectorFormProps = { stored: SelectorOverrides; save: ReturnType<typeof useSaveSelectorOverrides> };

/** Made anew whenever other selectors are stored, by itself too: what a save came to is kept outside. */
function SelectorForm({ stored, save }: SelectorFormProps) {
	const [texts, setTexts] = useState(() =>
		Object.fromEntries(selectorNames.map((name) => [name, (stored[name] ?? []).join("\n")])),
	);
	const overrides = Object.fromEntries(
		selectorNames
			.map((name) => [name, linesOf(texts[name])] as const)
			.filter(([, lines]) => lines.length > 0),
	);
	const invalid = Object.values(overrides)
		.flat()
		.some((line) => !isSelector(document, line));
	useUnsavedChanges(
		selectorNames.some((name) => linesOf(texts[name]).join() !== (stored[name] ?? []).join()),
	);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		save.mutate(overrides);
	};
	return (
		<form onSubmit={submit} className="space-y-3">
			{selectorNames.map((name) => (
				<Field
					key={name}
					label={name}
					hint={
						<code className="break-all">{selectors[name].map(({ select }) => select).join("  →  ")}</code>
					}
					error={
						linesOf(texts[name]).every((line) => isSelector(document, line))
							? undefined
							: i18n.t("settings.selectors.invalid")
					}
				>
					{(props) => (
						<textarea
							{...props}
							rows={Math.max(1, (texts[name] ?? "").split("\n").length)}
							spellCheck={false}
							placeholder={i18n.t("settings.selectors.placeholder")}
							value={texts[name]}
							onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
							className="w-full rounded-lg border border-line bg-surface px-3 py-2 font-mono text-[0.9rem] placeholder:font-sans placeholder:text-ink-soft/70 aria-invalid:border-bad"
						/>
					)}
				</Field>
			))}
			{save.data?.ok === false && (
				<Notice tone="bad" title={i18n.t("settings.damaged.title")}>
					{settingsFailureText(save.data.failure)}
				</Notice>
			)}
			<div className="flex items-center gap-3">
				<Button type="submit" look="primary" disabled={invalid || save.isPending}>
					{i18n.t("settings.selectors.save")}
				</Button>
				<p role="status" className="text-good">
					{save.data?.ok && i18n.t("settings.selectors.saved")}
				</p>
			</div>
		</form>
	);
}

const linesOf = (text: string | undefined): string[] =>
	(text ?? "")
		.split("\n")
		.map((line) => line.trim())
		.filter(Boolean);
