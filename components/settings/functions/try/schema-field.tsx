import { Plus, X } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { isObject, type JsonObject } from "@/lib/core/is-object";
import { type Drawn, type DrawnField, descriptionOf, drawn, startOf } from "./drawn-schema";
import { Choice, JsonField, NumberField } from "./schema-controls";

type SchemaFieldProps = {
	label: string;
	schema: unknown;
	/** Where references lead. */
	root: JsonObject;
	required: boolean;
	depth: number;
	/** Undefined is not sent. */
	value: unknown;
	change(value: unknown): void;
};

/** One argument, drawn as its schema says; as JSON where that cannot be drawn. */
export function SchemaField(props: SchemaFieldProps) {
	const { label, schema, root, required, depth, value, change } = props;
	const one = drawn(schema, root, depth);
	const hint = descriptionOf(schema, root);
	const name = required ? label : i18n.t("functionCalls.try.optional", [label]);
	const fits = (kind: boolean) => value === undefined || kind;
	switch (one.kind) {
		case "text":
			if (!fits(typeof value === "string")) break;
			return (
				<Field label={name} hint={hint}>
					{(field) => (
						<Input
							{...field}
							value={typeof value === "string" ? value : ""}
							onChange={({ target }) => change(target.value === "" && !required ? undefined : target.value)}
						/>
					)}
				</Field>
			);
		case "number":
			if (!fits(typeof value === "number")) break;
			return <NumberField label={name} hint={hint} integer={one.integer} value={value} change={change} />;
		case "boolean":
			if (!fits(typeof value === "boolean")) break;
			return (
				<Choice
					label={name}
					hint={hint}
					choices={[
						[true, i18n.t("values.yes")],
						[false, i18n.t("values.no")],
					]}
					value={value}
					change={change}
				/>
			);
		case "choice":
			return (
				<Choice
					label={name}
					hint={hint}
					choices={one.values.map((each) => [each, typeof each === "string" ? each : JSON.stringify(each)])}
					value={value}
					change={change}
				/>
			);
		case "list":
			if (!fits(Array.isArray(value))) break;
			return <ListField {...props} label={name} hint={hint} item={one.item} />;
		case "object":
			if (!fits(isObject(value))) break;
			return <ObjectField {...props} label={name} hint={hint} drawnAs={one} />;
		case "json":
			break;
	}
	return <JsonField label={name} hint={hint} value={value} change={change} />;
}

function ListField(props: SchemaFieldProps & { hint?: string; item: unknown }) {
	const { label, hint, item, root, depth, value, change } = props;
	const items = Array.isArray(value) ? value : [];
	const write = (next: unknown[]) => change(next.length > 0 || props.required ? next : undefined);
	return (
		<fieldset className="min-w-0 rounded-xl border border-line p-3">
			<legend className="px-1 font-medium text-[0.93rem]">{label}</legend>
			{hint && <p className="mb-2 text-[0.86rem] text-ink-soft">{hint}</p>}
			<ul className="space-y-2">
				{items.map((one, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: an item changes while it is typed, its place does not
					<li key={`${index} of ${items.length}`} className="flex items-end gap-2">
						<div className="min-w-0 flex-1">
							<SchemaField
								label={String(index + 1)}
								schema={item}
								root={root}
								required
								depth={depth + 1}
								value={one}
								change={(next) => write(items.map((old, at) => (at === index ? next : old)))}
							/>
						</div>
						<Button
							look="quiet"
							size="icon"
							className="size-9"
							aria-label={i18n.t("functionCalls.try.removeItem", [label, index + 1])}
							onClick={() => write(items.filter((_, at) => at !== index))}
						>
							<X aria-hidden />
						</Button>
					</li>
				))}
			</ul>
			<Button
				look="quiet"
				size="small"
				className="mt-1"
				aria-label={i18n.t("functionCalls.try.addItemTo", [label])}
				onClick={() => write([...items, startOf(item, root)])}
			>
				<Plus aria-hidden />
				{i18n.t("functionCalls.try.addItem")}
			</Button>
		</fieldset>
	);
}

function ObjectField(
	props: SchemaFieldProps & { hint?: string; drawnAs: Extract<Drawn, { kind: "object" }> },
) {
	const { label, hint, root, depth, required, value, change, drawnAs } = props;
	return (
		<fieldset className="min-w-0 rounded-xl border border-line p-3">
			<legend className="px-1 font-medium text-[0.93rem]">{label}</legend>
			{hint && <p className="mb-2 text-[0.86rem] text-ink-soft">{hint}</p>}
			<SchemaFields
				fields={drawnAs.fields}
				root={root}
				depth={depth + 1}
				values={isObject(value) ? value : {}}
				change={(next) => change(Object.keys(next).length > 0 || required ? next : undefined)}
			/>
		</fieldset>
	);
}

type SchemaFieldsProps = {
	fields: readonly DrawnField[];
	root: JsonObject;
	depth: number;
	values: JsonObject;
	change(values: JsonObject): void;
};

/** The fields of an object. What the schema does not tell of stays as it is. */
export function SchemaFields({ fields, root, depth, values, change }: SchemaFieldsProps) {
	return (
		<div className="space-y-3">
			{fields.map(({ name, schema, required }) => (
				<SchemaField
					key={name}
					label={name}
					schema={schema}
					root={root}
					required={required}
					depth={depth}
					value={Object.hasOwn(values, name) ? values[name] : undefined}
					change={(value) => {
						const { [name]: _, ...others } = values;
						change(value === undefined ? others : { ...values, [name]: value });
					}}
				/>
			))}
		</div>
	);
}
