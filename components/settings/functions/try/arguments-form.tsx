import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { isObject, type JsonObject } from "@/lib/core/is-object";
import type { CustomFunction } from "@/lib/functions/definition";
import { chosenParameters } from "@/lib/functions/model-function";
import { fieldsOf } from "./drawn-schema";
import { SchemaFields } from "./schema-field";

type ArgumentsFormProps = {
	definition: CustomFunction;
	/** JSON text; the one truth, as the model would write it. */
	text: string;
	change(text: string): void;
};

/** The arguments of a function, as a form made of its schema or as JSON. */
export function ArgumentsForm({ definition, text, change }: ArgumentsFormProps) {
	const parameters = chosenParameters(definition);
	const fields = fieldsOf(parameters);
	const values = readText(text);
	const [wantsJson, setWantsJson] = useState(false);
	// What a form cannot show is no reason to show less.
	const asJson = wantsJson || values === undefined;
	const isEmpty = fields.length === 0 && Object.keys(parameters).every((key) => plainKeys.has(key));
	if (isEmpty && text === "{}") return <p>{i18n.t("functionCalls.try.none")}</p>;
	return (
		<div>
			<div className="mb-2 flex flex-wrap items-center justify-between gap-2">
				<h3 className="font-semibold">{i18n.t("functionCalls.arguments")}</h3>
				{fields.length > 0 && (
					<Button
						size="small"
						look="quiet"
						aria-pressed={asJson}
						disabled={values === undefined}
						onClick={() => setWantsJson(!asJson)}
					>
						{i18n.t("functionCalls.try.asJson")}
					</Button>
				)}
			</div>
			{asJson || fields.length === 0 ? (
				<Field
					label={i18n.t("functionCalls.try.json")}
					error={values === undefined ? i18n.t("functionCalls.try.notJson") : undefined}
				>
					{(props) => (
						<Textarea
							{...props}
							rows={6}
							spellCheck={false}
							className="font-mono text-[0.86rem]"
							value={text}
							onChange={({ target }) => change(target.value)}
						/>
					)}
				</Field>
			) : (
				<SchemaFields
					fields={fields}
					root={parameters}
					depth={0}
					values={values}
					change={(next) => change(JSON.stringify(next, null, 2))}
				/>
			)}
		</div>
	);
}

const plainKeys = new Set([
	"type",
	"properties",
	"required",
	"additionalProperties",
	"$schema",
	"description",
	"title",
]);

/** The arguments in a text; undefined where it is no JSON object. */
function readText(text: string): JsonObject | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
