import { useForm } from "react-hook-form";
import { i18n } from "#i18n";
import { useSetAssistant } from "@/components/hooks/use-assistant-settings";
import { useSettingsOverview } from "@/components/hooks/use-settings-overview";
import { Field, Input } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { type Assistant, longestPolicies, mostMessages } from "@/lib/assistant/settings";
import { LockedBadge } from "../locked-badge";
import { SaveBar } from "../save-bar";
import { SettingsSection } from "../settings-section";
import { ModelSaveFailure } from "./model-save-failure";

type Instructions = Pick<Assistant, "tone" | "language" | "policies" | "messages">;

/** What the model is told before every answer, and how much of the chat it sees. */
export function InstructionsForm({ stored: { tone, language, policies, messages } }: { stored: Assistant }) {
	const set = useSetAssistant();
	const toast = useToast();
	const { register, handleSubmit, formState, reset } = useForm<Instructions>({
		defaultValues: { tone, language, policies, messages },
		mode: "onTouched",
	});
	const locked = useSettingsOverview().data?.locked ?? [];
	const isLocked = (field: keyof Instructions) => locked.includes(`assistant.${field}`);
	const hint = (field: keyof Instructions) =>
		isLocked(field) ? <LockedBadge /> : i18n.t(`assistantSettings.instructions.${field}.hint`);
	const save = handleSubmit(async (instructions) => {
		const saved = await set.mutateAsync(instructions);
		if (!saved.ok) return;
		reset(instructions);
		toast({ text: i18n.t("assistantSettings.saved") });
	});
	return (
		<form noValidate onSubmit={(event) => void save(event)}>
			<SettingsSection
				anchor="instructions"
				title={i18n.t("assistantSettings.instructions.title")}
				intro={i18n.t("assistantSettings.instructions.intro")}
			>
				<div className="space-y-5">
					<div className="grid gap-4 sm:grid-cols-2">
						<Field label={i18n.t("assistantSettings.instructions.tone.label")} hint={hint("tone")}>
							{(props) => (
								<Input
									{...props}
									maxLength={500}
									autoComplete="off"
									disabled={isLocked("tone")}
									{...register("tone")}
								/>
							)}
						</Field>
						<Field label={i18n.t("assistantSettings.instructions.language.label")} hint={hint("language")}>
							{(props) => (
								<Input
									{...props}
									maxLength={100}
									autoComplete="off"
									placeholder={i18n.t("assistantSettings.instructions.language.customers")}
									disabled={isLocked("language")}
									{...register("language")}
								/>
							)}
						</Field>
					</div>
					<Field label={i18n.t("assistantSettings.instructions.policies.label")} hint={hint("policies")}>
						{(props) => (
							<Textarea
								{...props}
								rows={6}
								maxLength={longestPolicies}
								disabled={isLocked("policies")}
								{...register("policies")}
							/>
						)}
					</Field>
					<div id="messages" className="max-w-xs scroll-mt-4">
						<Field
							label={i18n.t("assistantSettings.instructions.messages.label")}
							hint={hint("messages")}
							error={formState.errors.messages?.message}
						>
							{(props) => (
								<Input
									{...props}
									type="number"
									min={1}
									max={mostMessages}
									disabled={isLocked("messages")}
									{...register("messages", {
										valueAsNumber: true,
										validate: (value) =>
											(Number.isInteger(value) && value >= 1 && value <= mostMessages) ||
											i18n.t("settings.numberBetween", ["1", String(mostMessages)]),
									})}
								/>
							)}
						</Field>
					</div>
				</div>
				<ModelSaveFailure outcome={set.data} />
				<SaveBar dirty={formState.isDirty} saving={set.isPending} discard={() => reset()} />
			</SettingsSection>
		</form>
	);
}
