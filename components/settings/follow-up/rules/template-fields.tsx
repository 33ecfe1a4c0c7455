import { X } from "lucide-react";
import { useFormContext } from "react-hook-form";
import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { languages, outcomes } from "@/lib/followup/finding";
import { objections } from "@/lib/followup/signal";
import { type RulesValues, unknownPlaceholder } from "./form-values";

const longestText = 2_000;
const attempts = ["1", "2", "3", "4", "5"];

/** One wording of the user's own, and when it is meant. */
export function TemplateFields({ index, remove }: { index: number; remove(): void }) {
	const { register, formState } = useFormContext<RulesValues>();
	const choices = [
		{
			name: "language",
			options: languages.map((value) => ({
				value,
				text: i18n.t(`followUp.page.messages.languages.${value}`),
			})),
		},
		{
			name: "outcome",
			options: outcomes.map((value) => ({ value, text: i18n.t(`followUp.outcome.${value}`) })),
		},
		{
			name: "objection",
			options: objections.map((value) => ({
				value,
				text: i18n.t(`followUp.objections.${messageKey(value)}`),
			})),
		},
		{ name: "attempt", options: attempts.map((value) => ({ value, text: value })) },
	] as const;
	return (
		<fieldset
			aria-label={i18n.t("followUp.page.messages.wording", [String(index + 1)])}
			className="relative rounded-xl border border-line p-3.5"
		>
			<Button
				look="quiet"
				size="icon"
				className="absolute top-2 right-2"
				aria-label={i18n.t("followUp.page.messages.remove", [String(index + 1)])}
				onClick={remove}
			>
				<X aria-hidden />
			</Button>
			<Field
				label={i18n.t("followUp.page.messages.text")}
				error={formState.errors.templates?.[index]?.text?.message}
			>
				{(props) => (
					<Textarea
						{...props}
						rows={3}
						{...register(`templates.${index}.text`, {
							validate: (text) => {
								if (text.trim() === "") return i18n.t("followUp.page.messages.empty");
								const unknown = unknownPlaceholder(text);
								if (unknown !== undefined)
									return i18n.t("followUp.page.messages.unknown", [unknown, "{name}", "{product}"]);
								return text.trim().length <= longestText || i18n.t("followUp.page.messages.tooLong");
							},
						})}
					/>
				)}
			</Field>
			<div className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
				{choices.map(({ name, options }) => (
					<Field key={name} label={i18n.t(`followUp.page.messages.${name}`)}>
						{(props) => (
							<Select {...props} {...register(`templates.${index}.${name}`)}>
								<option value="">{i18n.t("followUp.page.messages.any")}</option>
								{options.map(({ value, text }) => (
									<option key={value} value={value}>
										{text}
									</option>
								))}
							</Select>
						)}
					</Field>
				))}
			</div>
		</fieldset>
	);
}
