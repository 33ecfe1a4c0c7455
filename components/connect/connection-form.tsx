import type { UseFormReturn } from "react-hook-form";
import { i18n } from "#i18n";
import { failureText } from "@/components/customer/failure-text";
import { Field, Input, Select } from "@/components/ui/field";
import { authFieldProblem } from "@/lib/crm/auth-field";
import { readEndpointUrl } from "@/lib/crm/endpoint-url";
import { type Connection, usualFieldName } from "./connection";

/** Where the CRM is and how to sign in to it. */
export function ConnectionForm({ form, changing }: { form: UseFormReturn<Connection>; changing: boolean }) {
	const { register, watch, setValue, formState } = form;
	const { errors } = formState;
	const authType = watch("authType");
	const withBody = watch("method") === "POST";
	const usesField = authType !== "none" && authType !== "basic";
	return (
		<div className="space-y-4">
			<Field label={i18n.t("connect.url")} hint={i18n.t("connect.urlHint")} error={errors.url?.message}>
				{(props) => (
					<Input
						{...props}
						type="url"
						spellCheck={false}
						autoComplete="off"
						placeholder="https://crm.example.com/customer-info"
						{...register("url", { validate: urlProblem })}
					/>
				)}
			</Field>
			<div className="grid grid-cols-2 gap-3">
				<Field label={i18n.t("connect.method")}>
					{(props) => (
						<Select
							{...props}
							{...register("method", {
								onChange: (event) =>
									event.target.value === "GET" && authType === "body" && setValue("authType", "query"),
							})}
						>
							<option value="POST">POST</option>
							<option value="GET">GET</option>
						</Select>
					)}
				</Field>
				<Field label={i18n.t("connect.auth")}>
					{(props) => (
						<Select
							{...props}
							{...register("authType", {
								onChange: ({ target: { value } }) => {
									if (value in usualFieldName)
										setValue("fieldName", usualFieldName[value as keyof typeof usualFieldName]);
								},
							})}
						>
							<option value="none">{i18n.t("connect.authTypes.none")}</option>
							<option value="header">{i18n.t("connect.authTypes.header")}</option>
							<option value="basic">{i18n.t("connect.authTypes.basic")}</option>
							<option value="query">{i18n.t("connect.authTypes.query")}</option>
							{withBody && <option value="body">{i18n.t("connect.authTypes.body")}</option>}
						</Select>
					)}
				</Field>
			</div>
			{usesField && (
				<div className="grid grid-cols-[2fr_3fr] gap-3">
					<Field label={i18n.t("connect.fieldName")} error={errors.fieldName?.message}>
						{(props) => (
							<Input
								{...props}
								spellCheck={false}
								autoComplete="off"
								{...register("fieldName", {
									shouldUnregister: false,
									validate: (name, values) =>
										usesField ? fieldProblem(authType, name, values.fieldValue) : true,
								})}
							/>
						)}
					</Field>
					<Field label={i18n.t("connect.fieldValue")} error={errors.fieldValue?.message}>
						{(props) => (
							<Input
								{...props}
								type="password"
								autoComplete="off"
								placeholder={authType === "header" ? "Bearer …" : undefined}
								{...register("fieldValue", {
									validate: (value) => value !== "" || i18n.t("connect.required"),
								})}
							/>
						)}
					</Field>
				</div>
			)}
			{authType === "basic" && (
				<div className="grid grid-cols-2 gap-3">
					<Field label={i18n.t("connect.username")} error={errors.username?.message}>
						{(props) => (
							<Input
								{...props}
								autoComplete="off"
								{...register("username", { validate: (name) => name !== "" || i18n.t("connect.required") })}
							/>
						)}
					</Field>
					<Field label={i18n.t("connect.password")}>
						{(props) => <Input {...props} type="password" autoComplete="off" {...register("password")} />}
					</Field>
				</div>
			)}
			{changing && authType !== "none" && (
				<p className="text-[0.86rem] text-ink-soft">{i18n.t("connect.secretAgain")}</p>
			)}
			<p className="text-[0.86rem] text-ink-soft">{i18n.t("connect.privacy")}</p>
		</div>
	);
}

function urlProblem(text: string): true | string {
	if (text.trim() === "") return i18n.t("connect.required");
	const read = readEndpointUrl(text);
	return read.ok || failureText(read.failure).text;
}

function fieldProblem(type: "header" | "body" | "query", name: string, value: string): true | string {
	switch (authFieldProblem(type, name, value)) {
		case "no-name":
			return i18n.t("connect.required");
		case "invalid-header-name":
			return i18n.t("connect.invalidHeader");
		case "forbidden-header":
			return i18n.t("connect.forbiddenHeader");
		case "invalid-header-value":
			return i18n.t("connect.invalidHeaderValue");
		case null:
			return true;
	}
}
