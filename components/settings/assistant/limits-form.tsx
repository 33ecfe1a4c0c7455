import { useForm } from "react-hook-form";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useSetAssistant } from "@/components/hooks/use-assistant-settings";
import { useSettingsOverview } from "@/components/hooks/use-settings-overview";
import { Field, Input } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import type { Assistant } from "@/lib/assistant/settings";
import { LockedBadge } from "../locked-badge";
import { SaveBar } from "../save-bar";
import { SettingsSection } from "../settings-section";
import { ModelSaveFailure } from "./model-save-failure";
import { UsageToday } from "./usage-today";

const fields = [
	{ name: "input_price", most: 100_000, whole: false },
	{ name: "output_price", most: 100_000, whole: false },
	{ name: "daily_token_limit", most: 1_000_000_000, whole: true },
	{ name: "daily_cost_limit", most: 1_000_000, whole: false },
] as const;
type Limits = Pick<Assistant, (typeof fields)[number]["name"]>;

/** What tokens cost, how much may be used in a day, and how much was. */
export function LimitsForm({ stored }: { stored: Assistant }) {
	const { input_price, output_price, daily_token_limit, daily_cost_limit } = stored;
	const { number } = useFormat();
	const set = useSetAssistant();
	const toast = useToast();
	const { register, handleSubmit, formState, reset } = useForm<Limits>({
		defaultValues: { input_price, output_price, daily_token_limit, daily_cost_limit },
		mode: "onTouched",
	});
	const locked = useSettingsOverview().data?.locked ?? [];
	const save = handleSubmit(async (limits) => {
		const saved = await set.mutateAsync(limits);
		if (!saved.ok) return;
		reset(limits);
		toast({ text: i18n.t("assistantSettings.saved") });
	});
	return (
		<form noValidate onSubmit={(event) => void save(event)}>
			<SettingsSection
				anchor="limits"
				title={i18n.t("assistantSettings.limits.title")}
				intro={i18n.t("assistantSettings.limits.intro")}
			>
				<UsageToday settings={stored} />
				<div className="mt-5 grid gap-4 sm:grid-cols-2">
					{fields.map(({ name, most, whole }) => {
						const isLocked = locked.includes(`assistant.${name}`);
						const fits = (value: number) =>
							value >= 0 && value <= most && (!whole || Number.isInteger(value));
						return (
							<Field
								key={name}
								label={i18n.t(`assistantSettings.limits.${name}.label`)}
								hint={isLocked ? <LockedBadge /> : i18n.t(`assistantSettings.limits.${name}.hint`)}
								error={formState.errors[name]?.message}
							>
								{(props) => (
									<Input
										{...props}
										type="number"
										min={0}
										max={most}
										step="any"
										disabled={isLocked}
										{...register(name, {
											valueAsNumber: true,
											validate: (value) =>
												fits(value) || i18n.t("settings.numberBetween", ["0", number(most)]),
										})}
									/>
								)}
							</Field>
						);
					})}
				</div>
				<ModelSaveFailure outcome={set.data} />
				<SaveBar dirty={formState.isDirty} saving={set.isPending} discard={() => reset()} />
			</SettingsSection>
		</form>
	);
}
