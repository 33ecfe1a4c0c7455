import { useState } from "react";
import { i18n } from "#i18n";
import { CheckField } from "@/components/ui/check-field";
import { Field, Input, Select } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { requiringPathNames } from "@/lib/functions/path-parameters";
import { AuthPart } from "./auth-part";
import { FixedPart } from "./fixed-part";
import { ParametersPart } from "./parameters-part";

type FunctionFormProps = {
	/** The draft, whatever it holds. */
	fields: Record<string, unknown>;
	/** What is wrong with a field, by its name. */
	problems: Record<string, string>;
	/** The credentials that have to be typed again, by their names. */
	missing: readonly string[];
	/** Show what is wrong with fields nobody has been in yet. */
	showAll: boolean;
	change(fields: Record<string, unknown>): void;
};

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const approvals = ["writes", "always", "never"] as const;

/** The form of a function. It rewrites only what is changed in it: fields it does not know stay. */
export function FunctionForm({ fields, problems, missing, showAll, change }: FunctionFormProps) {
	const [left, setLeft] = useState<Record<string, true>>({});
	const set = (name: string, value: unknown) => {
		const { [name]: _, ...others } = fields;
		change(requiringPathNames(fields, value === undefined ? others : { ...fields, [name]: value }));
	};
	const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : "");
	const problem = (name: string) => (showAll || left[name] ? problems[name] : undefined);
	const field = (name: string) => ({
		value: text(name),
		onBlur: () => setLeft({ ...left, [name]: true }),
		onChange: (event: { target: { value: string } }) => set(name, event.target.value),
	});
	return (
		<div className="space-y-4">
			<Field
				label={i18n.t("settings.functions.fields.name")}
				hint={i18n.t("settings.functions.fields.nameHint")}
				error={problem("name")}
			>
				{(props) => (
					<Input {...props} spellCheck={false} autoComplete="off" className="font-mono" {...field("name")} />
				)}
			</Field>
			<Field
				label={i18n.t("settings.functions.fields.description")}
				hint={i18n.t("settings.functions.fields.descriptionHint")}
				error={problem("description")}
			>
				{(props) => <Textarea {...props} rows={2} {...field("description")} />}
			</Field>
			<div className="grid grid-cols-[7rem_1fr] gap-3">
				<Field label={i18n.t("connect.method")} error={problem("method")}>
					{(props) => (
						<Select {...props} {...field("method")}>
							{methods.map((method) => (
								<option key={method}>{method}</option>
							))}
						</Select>
					)}
				</Field>
				<Field
					label={i18n.t("settings.functions.fields.endpoint")}
					hint={i18n.t("settings.functions.fields.endpointHint", ["{order_id}"])}
					error={problem("endpoint")}
				>
					{(props) => (
						<Input
							{...props}
							type="url"
							spellCheck={false}
							autoComplete="off"
							placeholder="https://shop.example.com/orders/{order_id}"
							{...field("endpoint")}
						/>
					)}
				</Field>
			</div>
			<ParametersPart
				parameters={fields.parameters}
				endpoint={fields.endpoint}
				problem={problem("parameters")}
				change={(parameters) => set("parameters", parameters)}
			/>
			<FixedPart fixed={fields.fixed} problem={problem("fixed")} change={(fixed) => set("fixed", fixed)} />
			<AuthPart
				auth={fields.auth}
				problem={problem("auth")}
				missing={showAll || left.endpoint ? missing : []}
				change={(auth) => set("auth", auth)}
			/>
			<Field
				label={i18n.t("settings.functions.fields.approval")}
				hint={i18n.t("settings.functions.fields.approvalHint")}
				error={problem("approval")}
			>
				{(props) => (
					<Select {...props} {...field("approval")}>
						{approvals.map((approval) => (
							<option key={approval} value={approval}>
								{i18n.t(`settings.functions.approvals.${approval}`)}
							</option>
						))}
					</Select>
				)}
			</Field>
			{fields.approval === "never" && (
				<CheckField
					label={i18n.t("functionCalls.allowTainted.label")}
					hint={i18n.t("functionCalls.allowTainted.hint")}
					checked={fields.allow_tainted === true}
					onChange={(event) => set("allow_tainted", event.target.checked || undefined)}
				/>
			)}
			<CheckField
				label={i18n.t("settings.functions.enabled")}
				hint={i18n.t("settings.functions.fields.enabledHint")}
				checked={fields.enabled !== false}
				onChange={(event) => set("enabled", event.target.checked)}
			/>
		</div>
	);
}
