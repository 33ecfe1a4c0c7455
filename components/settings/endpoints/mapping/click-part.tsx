import { useState } from "react";
import { i18n } from "#i18n";
import { answerFields, isTextList } from "@/lib/crm/answer-fields";
import { isWritable, type SourcePath } from "@/lib/mapping/assignment";
import { readExpression } from "@/lib/mapping/read-expression";
import { pathText, writeExpression } from "@/lib/mapping/write-expression";
import { AnswerTree } from "./answer-tree";
import { FieldList } from "./field-list";
import type { MappingPartProps } from "./mapping-part";
import type { TestedAnswer } from "./tested-answer";

type ClickPartProps = MappingPartProps & { tested: TestedAnswer };
type Picked = { path: SourcePath } | { field: string };

/** The answer on the left, the panel's fields on the right: a click on each, in either order, ties them together. */
export function ClickPart({ type, expression, change, tested }: ClickPartProps) {
	const [picked, setPicked] = useState<Picked>();
	const assignments = readExpression(expression);
	if (!assignments)
		return <p className="rounded-lg bg-sunken p-3">{i18n.t("settings.endpoints.mapping.byHand")}</p>;

	const write = (field: string, path: SourcePath | undefined) => {
		const known = new Map(assignments);
		if (path) known.set(field, path);
		else known.delete(field);
		// In the order of the list, whatever was clicked first; what is not in it was named by hand, and stays.
		const order = [...answerFields[type].filter((one) => known.has(one)), ...known.keys()];
		const sorted = new Map(order.map((one) => [one, known.get(one) ?? []]));
		change(writeExpression(sorted, tested.hasAnswers));
		setPicked(undefined);
	};
	const tie = (field: string, path: SourcePath) =>
		write(field, isTextList(field) && typeof path.at(-1) === "number" ? path.slice(0, -1) : path);
	const pickValue = (path: SourcePath) => {
		if (!isWritable(path)) return;
		if (picked && "field" in picked) tie(picked.field, path);
		else setPicked({ path });
	};
	const pickField = (field: string) => {
		if (picked && "path" in picked) tie(field, picked.path);
		else setPicked(picked && picked.field === field ? undefined : { field });
	};
	return (
		<div>
			<p aria-live="polite" className="mb-2 font-medium">
				{sayNext(picked)}
			</p>
			<div className="grid gap-4 md:grid-cols-2">
				<AnswerTree
					value={tested.value}
					picked={picked && "path" in picked ? picked.path : undefined}
					pick={pickValue}
				/>
				<FieldList
					fields={answerFields[type]}
					assignments={assignments}
					picked={picked && "field" in picked ? picked.field : undefined}
					pick={pickField}
					clear={(field) => write(field, undefined)}
				/>
			</div>
		</div>
	);
}

function sayNext(picked: Picked | undefined): string {
	if (!picked) return i18n.t("settings.endpoints.mapping.pick");
	return "path" in picked
		? i18n.t("settings.endpoints.mapping.pickField", [pathText(picked.path)])
		: i18n.t("settings.endpoints.mapping.pickValue", [picked.field]);
}
