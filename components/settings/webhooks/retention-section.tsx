import { useForm } from "react-hook-form";
import { i18n } from "#i18n";
import { useSetPreferences } from "@/components/hooks/use-preferences";
import { Field, Input } from "@/components/ui/field";
import type { Retention } from "@/lib/webhooks/retention";
import { SaveBar } from "../save-bar";
import { SaveFailure } from "../save-failure";
import { SettingsSection } from "../settings-section";

const longestDays = 3_650;

/** For how long deliveries that have come to their end stay in the list. */
export function RetentionSection({ stored }: { stored: Retention }) {
	const set = useSetPreferences();
	const { register, handleSubmit, formState, reset } = useForm<Retention>({
		defaultValues: stored,
		mode: "onTouched",
	});
	const save = handleSubmit(async (deliveries) => {
		await set.mutateAsync({ deliveries });
	});
	const days = (least: number) => ({
		valueAsNumber: true,
		validate: (value: number) =>
			(Number.isInteger(value) && value >= least && value <= longestDays) ||
			i18n.t("settings.numberBetween", [String(least), String(longestDays)]),
	});
	const { keep_delivered_days: deliveredProblem, keep_failed_days: failedProblem } = formState.errors;
	return (
		<form noValidate onSubmit={(event) => void save(event)}>
			<SettingsSection
				anchor="retention"
				title={i18n.t("settings.retention.title")}
				intro={i18n.t("settings.retention.intro")}
			>
				<div className="grid gap-4 sm:grid-cols-2">
					<Field
						label={i18n.t("settings.retention.delivered")}
						hint={i18n.t("settings.retention.deliveredHint")}
						error={deliveredProblem?.message}
					>
						{(props) => (
							<Input
								{...props}
								type="number"
								min={1}
								max={longestDays}
								{...register("keep_delivered_days", days(1))}
							/>
						)}
					</Field>
					<Field
						label={i18n.t("settings.retention.failed")}
						hint={i18n.t("settings.retention.failedHint")}
						error={failedProblem?.message}
					>
						{(props) => (
							<Input
								{...props}
								type="number"
								min={0}
								max={longestDays}
								{...register("keep_failed_days", days(0))}
							/>
						)}
					</Field>
				</div>
				<SaveFailure outcome={set.data} />
				<SaveBar dirty={formState.isDirty} saving={set.isPending} discard={() => reset()} />
			</SettingsSection>
		</form>
	);
}
