import { Plus, X } from "lucide-react";
import { useId } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import { isObject } from "@/lib/core/is-object";
import { pathNames } from "@/lib/functions/path-parameters";

type Property = { type?: unknown; description?: unknown };
type Schema = { properties?: Record<string, Property>; required?: unknown };

type ParametersPartProps = {
	parameters: unknown;
	/** As far as it is written: what stands in its path has to be given. */
	endpoint: unknown;
	problem?: string;
	change(parameters: unknown): void;
};

const types = ["string", "number", "integer", "boolean", "array", "object"] as const;

/** The arguments the model gives, a row each. What rows cannot say is written in the JSON, and stays. */
export function ParametersPart({ parameters, endpoint, problem, change }: ParametersPartProps) {
	const id = useId();
	const schema: Schema = isObject(parameters) ? parameters : {};
	const properties = isObject(schema.properties) ? schema.properties : {};
	const required: unknown[] = Array.isArray(schema.required) ? schema.required : [];
	const write = (rows: [string, unknown][], names: unknown[]) =>
		change({
			type: "object",
			...schema,
			properties: Object.fromEntries(rows),
			required: names,
		});
	const rows = Object.entries(properties);
	const inPath = pathNames(endpoint);
	const replace = (index: number, name: string, property: unknown) =>
		write(
			rows.map((row, at) => (at === index ? [name, property] : row)),
			required.map((one) => (one === rows[index]?.[0] ? name : one)),
		);
	return (
		<fieldset aria-describedby={problem ? `${id}-note` : undefined}>
			<legend className="mb-1 font-medium text-[0.93rem]">
				{i18n.t("settings.functions.fields.parameters")}
			</legend>
			<p className="mb-2 text-[0.86rem] text-ink-soft">
				{i18n.t("settings.functions.fields.parametersHint")}
			</p>
			<ul className="space-y-2">
				{rows.map(([name, value], index) => {
					const property: Property = isObject(value) ? value : {};
					return (
						// biome-ignore lint/suspicious/noArrayIndexKey: a name changes while it is typed, its place does not
						<li key={index} className="rounded-lg border border-line p-2.5">
							<div className="flex gap-2">
								<Input
									aria-label={i18n.t("settings.functions.parameter.name", [index + 1])}
									className="min-w-0 flex-1 font-mono placeholder:font-sans"
									placeholder={i18n.t("connect.fieldName")}
									spellCheck={false}
									value={name}
									onChange={(event) => {
										// Two of one name would become one, and the other would be lost.
										if (!(event.target.value in properties)) replace(index, event.target.value, value);
									}}
								/>
								<Button
									look="quiet"
									size="icon"
									className="size-9"
									aria-label={i18n.t("settings.functions.parameter.remove", [name || index + 1])}
									onClick={() =>
										write(
											rows.filter((_, at) => at !== index),
											required.filter((one) => one !== name),
										)
									}
								>
									<X aria-hidden />
								</Button>
							</div>
							<div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
								<Select
									aria-label={i18n.t("settings.functions.parameter.type", [index + 1])}
									className="min-w-0 flex-1 basis-48"
									value={typeof property.type === "string" ? property.type : ""}
									onChange={(event) =>
										replace(index, name, { ...property, type: event.target.value || undefined })
									}
								>
									{!types.some((type) => type === property.type) && <option value="">…</option>}
									{types.map((type) => (
										<option key={type} value={type}>
											{i18n.t(`settings.functions.types.${type}`)}
										</option>
									))}
								</Select>
								<label className="flex items-center gap-1.5 text-[0.93rem]">
									<input
										type="checkbox"
										className="size-4 accent-accent"
										checked={required.includes(name)}
										onChange={(event) =>
											write(
												rows,
												event.target.checked ? [...required, name] : required.filter((one) => one !== name),
											)
										}
									/>
									{i18n.t("settings.functions.parameter.required")}
								</label>
							</div>
							<Input
								aria-label={i18n.t("settings.functions.parameter.description", [index + 1])}
								placeholder={i18n.t("settings.functions.fields.description")}
								className="mt-2"
								value={typeof property.description === "string" ? property.description : ""}
								onChange={(event) =>
									replace(index, name, { ...property, description: event.target.value || undefined })
								}
							/>
							{inPath.includes(name) && !required.includes(name) && (
								<p className="mt-1.5 text-[0.86rem] text-warn">
									{i18n.t("settings.functions.parameter.inPath")}
								</p>
							)}
						</li>
					);
				})}
			</ul>
			<Button
				look="quiet"
				size="small"
				className="mt-2"
				disabled={"" in properties}
				onClick={() => write([...rows, ["", { type: "string" }]], required)}
			>
				<Plus aria-hidden />
				{i18n.t("settings.functions.parameter.add")}
			</Button>
			{problem && (
				<p id={`${id}-note`} className="mt-1 text-[0.86rem] text-bad">
					{problem}
				</p>
			)}
		</fieldset>
	);
}
