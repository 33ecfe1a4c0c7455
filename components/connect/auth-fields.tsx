import { Plus, X } from "lucide-react";
import { type UseFormReturn, useFieldArray } from "react-hook-form";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Field, Input } from "@/components/ui/field";
import { authFieldText } from "./auth-field-text";
import type { Connection } from "./connection";

/** The headers, parameters or body fields that sign in, by name and value. */
export function AuthFields({ form }: { form: UseFormReturn<Connection> }) {
	const { register, control, watch, formState } = form;
	const rows = useFieldArray({ control, name: "fields" });
	const authType = watch("authType");
	const several = rows.fields.length > 1;
	if (authType === "none" || authType === "basic") return null;
	return (
		<div className="space-y-2">
			{rows.fields.map(({ id }, index) => {
				const errors = formState.errors.fields?.[index];
				return (
					<div
						key={id}
						className={classNames("grid gap-3", several ? "grid-cols-[2fr_3fr_auto]" : "grid-cols-[2fr_3fr]")}
					>
						<Field label={i18n.t("connect.fieldName")} error={errors?.name?.message}>
							{(props) => (
								<Input
									{...props}
									spellCheck={false}
									autoComplete="off"
									{...register(`fields.${index}.name`, {
										validate: (name, values) =>
											authFieldText(authType, name, values.fields[index]?.value ?? ""),
									})}
								/>
							)}
						</Field>
						<Field label={i18n.t("connect.fieldValue")} error={errors?.value?.message}>
							{(props) => (
								<Input
									{...props}
									type="password"
									autoComplete="off"
									placeholder={authType === "header" ? "Bearer …" : undefined}
									{...register(`fields.${index}.value`, {
										validate: (value) => value !== "" || i18n.t("connect.required"),
									})}
								/>
							)}
						</Field>
						{several && (
							<Button
								look="quiet"
								size="icon"
								className="mt-7"
								aria-label={i18n.t("connect.removeField", [index + 1])}
								onClick={() => rows.remove(index)}
							>
								<X aria-hidden />
							</Button>
						)}
					</div>
				);
			})}
			<Button look="quiet" size="small" onClick={() => rows.append({ name: "", value: "" })}>
				<Plus aria-hidden />
				{i18n.t("connect.addField")}
			</Button>
		</div>
	);
}
