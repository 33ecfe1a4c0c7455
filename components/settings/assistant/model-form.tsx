import { useForm } from "react-hook-form";
import { i18n } from "#i18n";
import { useSetAssistant } from "@/components/hooks/use-assistant-settings";
import { useGrant } from "@/components/hooks/use-panel-commands";
import { usePermission } from "@/components/hooks/use-permission";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { Assistant } from "@/lib/assistant/settings";
import { hostOfPattern, permissionPattern } from "@/lib/crm/endpoint-url";
import { AccessMissing } from "../access-missing";
import { SaveBar } from "../save-bar";
import { SettingsSection } from "../settings-section";
import { ModelSaveFailure } from "./model-save-failure";
import { ModelTester } from "./model-tester";
import { asStored, type ModelValues, submitted, valuesOf } from "./model-values";
import { ProviderChoice } from "./provider-choice";
import { ServerFields } from "./server-fields";

/** Which model is asked. It can be tried out before it is saved. */
export function ModelForm({ stored }: { stored: Assistant }) {
	const form = useForm<ModelValues>({ defaultValues: valuesOf(stored), mode: "onTouched" });
	const { handleSubmit, formState, reset, watch, trigger, getValues } = form;
	const set = useSetAssistant();
	const grant = useGrant();
	const toast = useToast();
	const provider = watch("provider");
	const storedPattern =
		stored.provider === "openai-compatible" && URL.canParse(stored.base_url)
			? permissionPattern(new URL(stored.base_url))
			: undefined;
	const permitted = usePermission(storedPattern);

	/** Asks for the server's host. Inside the click, before anything slow is awaited: Chrome shows its prompt only then. */
	const reach = async ({ provider: wanted, base_url }: ModelValues): Promise<boolean> =>
		wanted !== "openai-compatible" || grant.mutateAsync(permissionPattern(new URL(base_url)));
	/** What the form holds, once it is valid and its server may be reached. */
	const ready = async (fields: readonly (keyof ModelValues)[]): Promise<ModelValues | undefined> => {
		if (!(await trigger([...fields], { shouldFocus: true }))) return undefined;
		const values = submitted(getValues());
		return (await reach(values)) ? values : undefined;
	};
	const save = handleSubmit(async (typed) => {
		const values = submitted(typed);
		const changedServer = values.provider !== stored.provider || values.base_url !== stored.base_url;
		if (changedServer) await reach(values);
		const saved = await set.mutateAsync(values);
		if (!saved.ok) return;
		reset(asStored(values));
		toast({ text: i18n.t("assistantSettings.saved") });
	});
	const discard = () => {
		reset(valuesOf(stored));
		set.reset();
	};

	return (
		<form noValidate onSubmit={(event) => void save(event)}>
			<SettingsSection
				anchor="model"
				title={i18n.t("assistantSettings.model.title")}
				intro={i18n.t("assistantSettings.model.intro")}
			>
				<ProviderChoice form={form} />
				{provider === "openai-compatible" && (
					<ServerFields form={form} stored={stored} ready={() => ready(["base_url", "api_key", "headers"])} />
				)}
				{storedPattern && permitted === false && !formState.isDirty && (
					<AccessMissing pattern={storedPattern} className="mt-4">
						{i18n.t("assistantSettings.refused", [hostOfPattern(storedPattern)])}
					</AccessMissing>
				)}
				{grant.data === false && grant.variables && (
					<Notice tone="warn" className="mt-4" title={i18n.t("connect.refused.title")}>
						{i18n.t("assistantSettings.refused", [hostOfPattern(grant.variables)])}
					</Notice>
				)}
				{provider !== "none" && (
					<ModelTester
						ready={() => ready(["base_url", "api_key", "headers", "model"])}
						baseUrl={provider === "openai-compatible" ? watch("base_url") : ""}
						changed={JSON.stringify(watch())}
					/>
				)}
				<ModelSaveFailure outcome={set.data} />
				<SaveBar dirty={formState.isDirty} saving={set.isPending} discard={discard} />
			</SettingsSection>
		</form>
	);
}
