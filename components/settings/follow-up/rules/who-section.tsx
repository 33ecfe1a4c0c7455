import { useFormContext } from "react-hook-form";
import { i18n } from "#i18n";
import { usePreferences } from "@/components/hooks/use-preferences";
import { useLocked } from "@/components/hooks/use-settings-overview";
import { CheckField } from "@/components/ui/check-field";
import { Field, Select } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { intentLevels } from "@/lib/followup/finding";
import { lookbackHours } from "@/lib/followup/settings";
import { LockedBadge } from "../../locked-badge";
import { SettingsSection } from "../../settings-section";
import { type NotAPhone, notPhones, type RulesValues } from "./form-values";
import { NumberField } from "./number-field";

/** So many numbers that cannot be read are told at once. */
const mostProblems = 20;

/** Who is followed up: after which silence, how often, and who never. */
export function WhoSection() {
	const { register, formState } = useFormContext<RulesValues>();
	const region = useRegion();
	const intentLocked = useLocked("followup.minimum_intent");
	const lookbackLocked = useLocked("followup.lookback_hours");
	const orderedLocked = useLocked("followup.skip_ordered");
	const phonesLocked = useLocked("followup.excluded_phones");
	return (
		<SettingsSection anchor="who" title={i18n.t("followUp.page.who.title")}>
			<div className="grid gap-4 sm:grid-cols-2">
				<Field label={i18n.t("followUp.page.minimum_intent")} hint={intentLocked && <LockedBadge />}>
					{(props) => (
						<Select {...props} disabled={intentLocked} {...register("minimum_intent")}>
							{intentLevels.map((level) => (
								<option key={level} value={level}>
									{i18n.t(`followUp.page.levels.${level}`)}
								</option>
							))}
						</Select>
					)}
				</Field>
				<NumberField name="most_per_run" />
				<NumberField name="delay_days" hint={i18n.t("followUp.page.delay_days.hint")} />
				<Field
					label={i18n.t("followUp.page.lookback_hours.label")}
					hint={lookbackLocked ? <LockedBadge /> : i18n.t("followUp.page.lookback_hours.hint")}
				>
					{(props) => (
						<Select
							{...props}
							disabled={lookbackLocked}
							{...register("lookback_hours", { valueAsNumber: true })}
						>
							{lookbackHours.map((hours) => (
								<option key={hours} value={hours}>
									{i18n.t("followUp.page.lookback_hours.hours", [String(hours)])}
								</option>
							))}
						</Select>
					)}
				</Field>
				<NumberField name="most_attempts" />
				<NumberField name="hours_between_attempts" />
				<NumberField name="reset_after_days" />
				<NumberField name="tracking_days" />
				<div className="sm:col-span-2">
					<CheckField
						label={i18n.t("followUp.page.skip_ordered.label")}
						hint={orderedLocked ? <LockedBadge /> : i18n.t("followUp.page.skip_ordered.hint")}
						disabled={orderedLocked}
						{...register("skip_ordered")}
					/>
				</div>
				<div id="excluded" className="scroll-mt-4 sm:col-span-2">
					<Field
						label={i18n.t("followUp.page.excluded_phones.label")}
						hint={phonesLocked ? <LockedBadge /> : i18n.t("followUp.page.excluded_phones.hint")}
						error={formState.errors.excluded_phones?.message}
					>
						{(props) => (
							<Textarea
								{...props}
								rows={3}
								spellCheck={false}
								inputMode="tel"
								placeholder="+34 612 345 678"
								disabled={phonesLocked}
								{...register("excluded_phones", {
									validate: (text) => {
										const wrong = phonesLocked ? [] : notPhones(text, region);
										return wrong.length === 0 || wrong.slice(0, mostProblems).map(problemText).join("\n");
									},
								})}
							/>
						)}
					</Field>
				</div>
			</div>
		</SettingsSection>
	);
}

/** Whose national numbers may be meant: as set for messages, else those of the browser's country. */
function useRegion(): string {
	const { data } = usePreferences();
	return (
		(data?.ok && data.value.detection.region) || (new Intl.Locale(navigator.language).maximize().region ?? "")
	);
}

function problemText({ line, text, perhaps }: NotAPhone): string {
	const problem = i18n.t("followUp.page.excluded_phones.notAPhone", [String(line), text]);
	return perhaps ? `${problem} ${i18n.t("followUp.page.excluded_phones.perhaps", [perhaps])}` : problem;
}
