import type { UseFormReturn } from "react-hook-form";
import { i18n } from "#i18n";
import { failureText } from "@/components/customer/failure-text";
import { Field, Input, Select } from "@/components/ui/field";
import type { Endpoint } from "@/lib/crm/endpoint";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import { readEndpointUrl } from "@/lib/crm/endpoint-url";
import { isPlaceholder, namesInUrl, placeholderNames } from "@/lib/crm/placeholders";
import { exampleUrl, placeholdersOfType } from "@/lib/crm/placeholders-of-type";
import { AuthFields } from "./auth-fields";
import { type Connection, leavesServer, usualFieldName } from "./connection";
import { SignInOffer } from "./sign-in-offer";

type ConnectionFormProps = {
	form: UseFormReturn<Connection>;
	type: EndpointType;
	/** What the URL is the address of. */
	urlLabel: string;
	/** The endpoint as set, when it is being changed. */
	current?: Endpoint;
	/** The other endpoints that are set: one of the same server may give its sign-in. */
	others?: readonly Endpoint[];
};

/** Where the CRM is and how to sign in to it. */
export function ConnectionForm({ form, type, urlLabel, current, others = [] }: ConnectionFormProps) {
	const { register, watch, setValue, getValues, formState } = form;
	const { errors } = formState;
	const authType = watch("authType");
	const method = watch("method");
	const withBody = method === "POST";
	const names = placeholdersOfType[type].map((name) => `{${name}}`).join(", ");
	return (
		<div className="space-y-4">
			<Field
				label={urlLabel}
				hint={`${i18n.t("connect.urlHint")} ${i18n.t("anyCrm.urlNames", [names])}`}
				error={errors.url?.message}
			>
				{(props) => (
					<Input
						{...props}
						type="url"
						spellCheck={false}
						autoComplete="off"
						placeholder={exampleUrl(type, method)}
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
				<Field label={i18n.t("connect.auth")} error={errors.authType?.message}>
					{(props) => (
						<Select
							{...props}
							{...register("authType", {
								validate: (_type, values) =>
									!leavesServer(values, current, others) || i18n.t("connect.secretAgain"),
								onChange: ({ target: { value } }) => {
									if (value in usualFieldName && getValues("fields").length < 2)
										setValue("fields", [
											{ name: usualFieldName[value as keyof typeof usualFieldName], value: "" },
										]);
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
			<SignInOffer form={form} current={current} others={others} />
			<AuthFields form={form} />
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
			{current?.auth && authType !== "none" && (
				<p className="text-[0.86rem] text-ink-soft">{i18n.t("connect.secretKept")}</p>
			)}
		</div>
	);
}

function urlProblem(text: string): true | string {
	if (text.trim() === "") return i18n.t("connect.required");
	const read = readEndpointUrl(text);
	if (!read.ok) return failureText(read.failure).text;
	const unknown = namesInUrl(text).find((name) => !isPlaceholder(name, false));
	return (
		unknown === undefined || i18n.t("connect.unknownPlaceholder", [unknown, placeholderNames.join(", ")])
	);
}
