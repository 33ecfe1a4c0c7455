import { Plus, X } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { i18n } from "#i18n";
import { useLocked } from "@/components/hooks/use-settings-overview";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { excludingWeight } from "@/lib/followup/conversation";
import { LockedBadge } from "../../locked-badge";
import { SettingsSection } from "../../settings-section";
import type { RulesValues } from "./form-values";

const mostWords = 200;
const longestWord = 100;

/** Words of the user's own that speak for a sale, or against it. */
export function WordsSection() {
	const { register, control, formState, watch } = useFormContext<RulesValues>();
	const { fields, append, remove } = useFieldArray({ control, name: "words" });
	const locked = useLocked("followup.words");
	return (
		<SettingsSection
			anchor="words"
			title={i18n.t("followUp.page.words.title")}
			intro={i18n.t("followUp.page.words.intro")}
		>
			<fieldset disabled={locked} aria-label={i18n.t("followUp.page.words.title")}>
				<ul className="space-y-3">
					{fields.map((field, index) => {
						const problems = formState.errors.words?.[index];
						return (
							<li key={field.id} className="flex items-start gap-2">
								<div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-[minmax(0,1fr)_8rem]">
									<Field label={i18n.t("followUp.page.words.text")} error={problems?.text?.message}>
										{(props) => (
											<Input
												{...props}
												autoComplete="off"
												{...register(`words.${index}.text`, {
													validate: (text) =>
														text.trim() === ""
															? i18n.t("followUp.page.words.empty")
															: text.trim().length <= longestWord || i18n.t("followUp.page.words.tooLong"),
												})}
											/>
										)}
									</Field>
									<Field
										label={i18n.t("followUp.page.words.weight")}
										hint={
											watch(`words.${index}.weight`) === excludingWeight &&
											i18n.t("followUp.page.words.never")
										}
										error={problems?.weight?.message}
									>
										{(props) => (
											<Input
												{...props}
												type="number"
												min={-1}
												max={1}
												step={0.05}
												{...register(`words.${index}.weight`, {
													valueAsNumber: true,
													validate: (weight) =>
														(weight >= -1 && weight <= 1) || i18n.t("settings.numberBetween", ["-1", "1"]),
												})}
											/>
										)}
									</Field>
								</div>
								<Button
									look="quiet"
									size="icon"
									className="mt-6 size-9"
									aria-label={i18n.t("followUp.page.words.remove", [String(index + 1)])}
									onClick={() => remove(index)}
								>
									<X aria-hidden />
								</Button>
							</li>
						);
					})}
				</ul>
				{locked ? (
					<LockedBadge />
				) : (
					<Button
						look="quiet"
						size="small"
						className={fields.length > 0 ? "mt-2" : "-ml-2"}
						disabled={fields.length >= mostWords}
						onClick={() => append({ text: "", weight: 0.3 })}
					>
						<Plus aria-hidden />
						{i18n.t("followUp.page.words.add")}
					</Button>
				)}
			</fieldset>
		</SettingsSection>
	);
}
