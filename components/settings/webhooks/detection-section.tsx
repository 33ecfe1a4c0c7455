import { getCountries } from "libphonenumber-js/min";
import { useForm } from "react-hook-form";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useSetPreferences } from "@/components/hooks/use-preferences";
import { CheckField } from "@/components/ui/check-field";
import { Field, Select } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { readPhone } from "@/lib/contacts/phone";
import type { Detection } from "@/lib/detection/preferences";
import { SaveBar } from "../save-bar";
import { SaveFailure } from "../save-failure";
import { SettingsSection } from "../settings-section";

type DetectionValues = { region: string; ownNumbers: string; announceHistory: boolean };

const mostOwnNumbers = 20;

/** Which phone numbers found in the chat become an event. */
export function DetectionSection({ stored }: { stored: Detection }) {
	const set = useSetPreferences();
	const countries = useCountries();
	const { register, handleSubmit, formState, reset } = useForm<DetectionValues>({
		defaultValues: {
			region: stored.region,
			ownNumbers: stored.own_numbers.map(displayOf).join("\n"),
			announceHistory: stored.announce_history,
		},
		mode: "onTouched",
	});
	const save = handleSubmit(async ({ region, ownNumbers, announceHistory }) => {
		const numbers = linesOf(ownNumbers).map((line) => readPhone(line)?.e164 ?? line);
		await set.mutateAsync({
			detection: { region, own_numbers: [...new Set(numbers)], announce_history: announceHistory },
		});
	});
	return (
		<form noValidate onSubmit={(event) => void save(event)}>
			<SettingsSection
				anchor="detection"
				title={i18n.t("settings.detection.title")}
				intro={i18n.t("settings.detection.intro")}
			>
				<div className="space-y-5">
					<Field label={i18n.t("settings.detection.region")} hint={i18n.t("settings.detection.regionHint")}>
						{(props) => (
							<Select {...props} {...register("region")}>
								<option value="">{i18n.t("settings.detection.contactsRegion")}</option>
								{countries.map(({ code, name }) => (
									<option key={code} value={code}>
										{name}
									</option>
								))}
							</Select>
						)}
					</Field>
					<Field
						label={i18n.t("settings.detection.ownNumbers")}
						hint={i18n.t("settings.detection.ownNumbersHint")}
						error={formState.errors.ownNumbers?.message}
					>
						{(props) => (
							<Textarea
								{...props}
								rows={3}
								spellCheck={false}
								inputMode="tel"
								placeholder="+34 612 345 678"
								{...register("ownNumbers", { validate: numbersProblem })}
							/>
						)}
					</Field>
					<CheckField
						label={i18n.t("settings.detection.announceHistory")}
						hint={i18n.t("settings.detection.announceHistoryHint")}
						{...register("announceHistory")}
					/>
				</div>
				<SaveFailure outcome={set.data} />
				<SaveBar dirty={formState.isDirty} saving={set.isPending} discard={() => reset()} />
			</SettingsSection>
		</form>
	);
}

/** The countries that have phone numbers, by their names in the interface's language. */
function useCountries(): { code: string; name: string }[] {
	const { locale } = useFormat();
	const names = new Intl.DisplayNames(locale, { type: "region" });
	return getCountries()
		.map((code) => ({ code, name: names.of(code) ?? code }))
		.toSorted((one, other) => one.name.localeCompare(other.name, locale));
}

const linesOf = (text: string): string[] =>
	text
		.split(/[\n,;]/)
		.map((line) => line.trim())
		.filter(Boolean);

const displayOf = (number: string): string => readPhone(number)?.display ?? number;

function numbersProblem(text: string): true | string {
	const lines = linesOf(text);
	const wrong = lines.find((line) => readPhone(line) === null);
	if (wrong) return i18n.t("settings.detection.notAPhone", [wrong]);
	return lines.length <= mostOwnNumbers || i18n.t("settings.detection.tooMany", [String(mostOwnNumbers)]);
}
