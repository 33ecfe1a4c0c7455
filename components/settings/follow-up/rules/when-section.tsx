import { useFormContext } from "react-hook-form";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useLocked } from "@/components/hooks/use-settings-overview";
import { CheckField } from "@/components/ui/check-field";
import { Field, Select } from "@/components/ui/field";
import { LockedBadge } from "../../locked-badge";
import { SettingsSection } from "../../settings-section";
import type { RulesValues } from "./form-values";
import { NumberField } from "./number-field";
import { WeekDays } from "./week-days";

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Whether and when it runs by itself, and for how long it has messages to look at. */
export function WhenSection() {
	const { register, watch } = useFormContext<RulesValues>();
	const { locale } = useFormat();
	const enabledLocked = useLocked("followup.enabled");
	const hourLocked = useLocked("followup.run_hour");
	const hourText = (hour: number) =>
		new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(new Date(2026, 0, 1, hour));
	const keepsNothing = watch("keep_messages_days") === 0;
	return (
		<SettingsSection
			anchor="when"
			title={i18n.t("followUp.page.when.title")}
			intro={i18n.t("followUp.page.when.intro")}
		>
			<div className="space-y-5">
				<CheckField
					label={i18n.t("followUp.page.enabled.label")}
					hint={enabledLocked ? <LockedBadge /> : i18n.t("followUp.page.enabled.hint")}
					disabled={enabledLocked}
					{...register("enabled")}
				/>
				<div className="grid gap-4 sm:grid-cols-[minmax(0,10rem)_1fr]">
					<Field label={i18n.t("followUp.page.run_hour")} hint={hourLocked && <LockedBadge />}>
						{(props) => (
							<Select {...props} disabled={hourLocked} {...register("run_hour", { valueAsNumber: true })}>
								{hours.map((hour) => (
									<option key={hour} value={hour}>
										{hourText(hour)}
									</option>
								))}
							</Select>
						)}
					</Field>
					<WeekDays />
				</div>
				<div className="max-w-sm">
					<NumberField
						name="keep_messages_days"
						hint={
							keepsNothing ? (
								<span className="text-warn">{i18n.t("followUp.page.keep_messages_days.none")}</span>
							) : (
								i18n.t("followUp.page.keep_messages_days.hint")
							)
						}
					/>
				</div>
			</div>
		</SettingsSection>
	);
}
