import { type UseFormReturn, useController } from "react-hook-form";
import { i18n } from "#i18n";
import { useSettingsOverview } from "@/components/hooks/use-settings-overview";
import { CheckField } from "@/components/ui/check-field";
import { Field, Input, Select } from "@/components/ui/field";
import { modelPresets } from "@/lib/assistant/presets";
import type { Assistant } from "@/lib/assistant/settings";
import { masked } from "@/lib/crm/auth-field";
import { LockedBadge } from "../locked-badge";
import { HeadersPart } from "./headers-part";
import { ModelField } from "./model-field";
import { chosen, headersProblem, keyProblem, type ModelValues, urlProblem } from "./model-values";
import { PresetNote } from "./preset-note";

type ServerFieldsProps = {
	form: UseFormReturn<ModelValues>;
	stored: Assistant;
	/** What the form holds, once the server can be asked with it. */
	ready(): Promise<ModelValues | undefined>;
};

/** How a model server is reached, and which of its models is meant. */
export function ServerFields({ form, stored, ready }: ServerFieldsProps) {
	const { register, control, formState, watch, setValue, getValues } = form;
	const locked = useSettingsOverview().data?.locked ?? [];
	const isLocked = (field: keyof ModelValues) => locked.includes(`assistant.${field}`);
	const preset = modelPresets.find(({ id }) => id === watch("preset"));
	const headers = useController({
		name: "headers",
		control,
		rules: { validate: (value, { base_url }) => headersProblem(value, base_url, stored) },
	});
	const choose = (id: string) => {
		const found = modelPresets.find((one) => one.id === id);
		for (const [field, value] of Object.entries(chosen(found, getValues(), stored)))
			setValue(field as keyof ModelValues, value, {
				shouldDirty: true,
				shouldValidate: formState.isSubmitted,
			});
	};
	return (
		<div className="mt-5 space-y-5">
			<div>
				<Field label={i18n.t("assistantSettings.preset.label")}>
					{(props) => (
						<Select
							{...props}
							value={preset?.id ?? ""}
							disabled={isLocked("base_url") || isLocked("preset")}
							onChange={(event) => choose(event.target.value)}
						>
							<option value="">{i18n.t("assistantSettings.preset.own")}</option>
							{modelPresets.map(({ id, name }) => (
								<option key={id} value={id}>
									{name}
								</option>
							))}
						</Select>
					)}
				</Field>
				{preset && <PresetNote preset={preset} />}
			</div>
			<div id="base_url" className="scroll-mt-4">
				<Field
					label={i18n.t("assistantSettings.url.label")}
					hint={isLocked("base_url") ? <LockedBadge /> : i18n.t("assistantSettings.url.hint")}
					error={formState.errors.base_url?.message}
				>
					{(props) => (
						<Input
							{...props}
							type="url"
							spellCheck={false}
							autoComplete="off"
							placeholder="https://models.example.com/v1"
							disabled={isLocked("base_url")}
							{...register("base_url", {
								validate: (url, { provider }) => provider !== "openai-compatible" || urlProblem(url),
								deps: ["api_key", "headers"],
							})}
						/>
					)}
				</Field>
			</div>
			<div id="key" className="scroll-mt-4">
				<Field
					label={i18n.t("assistantSettings.key.label")}
					hint={
						isLocked("api_key") ? (
							<LockedBadge />
						) : (
							i18n.t(`assistantSettings.key.${watch("api_key") === masked ? "stored" : "hint"}`)
						)
					}
					error={formState.errors.api_key?.message}
				>
					{(props) => (
						<Input
							{...props}
							type="password"
							autoComplete="off"
							spellCheck={false}
							className="font-mono"
							disabled={isLocked("api_key")}
							// What stands for the stored key is replaced as a whole, not typed on to.
							onFocus={(event) => event.target.value === masked && event.target.select()}
							{...register("api_key", {
								validate: (key, { base_url }) => keyProblem(key, base_url, stored),
							})}
						/>
					)}
				</Field>
			</div>
			<HeadersPart
				headers={headers.field.value}
				problem={headers.fieldState.error?.message}
				locked={isLocked("headers")}
				change={headers.field.onChange}
			/>
			<ModelField form={form} locked={isLocked("model")} ready={ready} />
			<CheckField
				label={i18n.t("assistantSettings.streaming.label")}
				hint={isLocked("streaming") ? <LockedBadge /> : i18n.t("assistantSettings.streaming.hint")}
				disabled={isLocked("streaming")}
				{...register("streaming")}
			/>
			<CheckField
				label={i18n.t("assistantSettings.functions.label")}
				hint={isLocked("functions") ? <LockedBadge /> : i18n.t("assistantSettings.functions.hint")}
				disabled={isLocked("functions")}
				{...register("functions")}
			/>
		</div>
	);
}
