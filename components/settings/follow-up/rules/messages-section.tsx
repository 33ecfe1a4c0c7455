import { Plus } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { i18n } from "#i18n";
import { useLocked } from "@/components/hooks/use-settings-overview";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { LockedBadge } from "../../locked-badge";
import { SettingsSection } from "../../settings-section";
import { emptyTemplate, type RulesValues } from "./form-values";
import { TemplateFields } from "./template-fields";

const mostTemplates = 100;

/** What is suggested: by the model, in the user's own wording, or in Chatside's. */
export function MessagesSection() {
	const { register, control } = useFormContext<RulesValues>();
	const { fields, append, remove } = useFieldArray({ control, name: "templates" });
	const modelLocked = useLocked("followup.use_model");
	const locked = useLocked("followup.templates");
	return (
		<SettingsSection
			anchor="messages"
			title={i18n.t("followUp.page.messages.title")}
			intro={i18n.t("followUp.page.messages.intro", ["{name}", "{product}"])}
		>
			<CheckField
				label={i18n.t("followUp.page.messages.use_model.label")}
				hint={modelLocked ? <LockedBadge /> : i18n.t("followUp.page.messages.use_model.hint")}
				disabled={modelLocked}
				{...register("use_model")}
			/>
			<fieldset disabled={locked} aria-label={i18n.t("followUp.page.messages.title")} className="mt-5">
				<div className="space-y-3">
					{fields.map((field, index) => (
						<TemplateFields key={field.id} index={index} remove={() => remove(index)} />
					))}
				</div>
				{locked ? (
					<LockedBadge />
				) : (
					<Button
						look="quiet"
						size="small"
						className={fields.length > 0 ? "mt-2" : "-ml-2"}
						disabled={fields.length >= mostTemplates}
						onClick={() => append(emptyTemplate)}
					>
						<Plus aria-hidden />
						{i18n.t("followUp.page.messages.add")}
					</Button>
				)}
			</fieldset>
		</SettingsSection>
	);
}
