import { useState } from "react";
import { i18n } from "#i18n";
import { answerFields, isJoinable, isTextList, isThingList } from "@/lib/crm/answer-fields";
import { fittingPath } from "@/lib/crm/fitting-path";
import { joinedWith, tieField, untieField } from "@/lib/crm/tie-field";
import { type Assignments, isWritable, type Source, type SourcePath } from "@/lib/mapping/assignment";
import { readExpression } from "@/lib/mapping/read-expression";
import { writeExpression } from "@/lib/mapping/write-expression";
import { AnswerTree } from "./answer-tree";
import { FieldList } from "./field-list";
import type { MappingPartProps } from "./mapping-part";
import { PickBanner } from "./pick-banner";
import type { Picked } from "./picked";
import type { TestedAnswer } from "./tested-answer";
import { keyOf } from "./tree-rows";

type ClickPartProps = MappingPartProps & { tested: TestedAnswer };

/** The answer on the left, the panel's fields on the right: a click on each, in either order, ties them together. */
export function ClickPart({ type, expression, change, tested }: ClickPartProps) {
	const [picked, setPicked] = useState<Picked>();
	const assignments = readExpression(expression);
	if (!assignments)
		return <p className="rounded-lg bg-sunken p-3">{i18n.t("settings.endpoints.mapping.byHand")}</p>;

	const write = (next: Assignments) => {
		change(writeExpression(next, tested.hasAnswers));
		setPicked(undefined);
	};
	const fill = (field: string, source: Source) =>
		write(tieField(type, assignments, field, source, tested.value));
	const tie = (field: string, pointedAt: SourcePath) => {
		const path = fittingPath(field, pointedAt, tested.value);
		if (!path) return;
		if (isJoinable(field) && assignments.has(field)) setPicked({ field, path });
		else fill(field, { kind: "value", path });
	};
	const pickValue = (path: SourcePath) => {
		if (!isWritable(path)) return;
		if (picked?.field !== undefined && !picked.path) tie(picked.field, path);
		else setPicked(picked?.path && keyOf(picked.path) === keyOf(path) ? undefined : { path });
	};
	const pickField = (field: string) => {
		if (picked && picked.field === undefined) tie(field, picked.path);
		else setPicked(picked?.field === field ? undefined : { field });
	};
	/** A list is meant itself unless a field waits for one of its values: then a click is there to open it. */
	const isMeant = (path: SourcePath, value: unknown): boolean => {
		if (!Array.isArray(value)) return false;
		if (picked?.field === undefined || picked.path) return true;
		const takesLists = isThingList(picked.field) || isTextList(picked.field);
		return takesLists && fittingPath(picked.field, path, tested.value) !== undefined;
	};
	const fits = (field: string) =>
		picked?.field !== undefined || !picked || fittingPath(field, picked.path, tested.value) !== undefined;
	const asked = picked?.field !== undefined && picked.path ? { ...picked, path: picked.path } : undefined;
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: Escape is for whatever is focused inside
		<div
			onKeyDown={(event) => {
				if (event.key !== "Escape" || !picked) return;
				event.stopPropagation();
				setPicked(undefined);
			}}
		>
			<PickBanner
				picked={picked}
				cancel={() => setPicked(undefined)}
				replace={() => asked && fill(asked.field, { kind: "value", path: asked.path })}
				addBehind={() => {
					const source = asked && assignments.get(asked.field);
					if (asked && source) fill(asked.field, joinedWith(source, asked.path));
				}}
			/>
			<div className="grid gap-4 md:grid-cols-2">
				<AnswerTree
					value={tested.value}
					hasAnswers={tested.hasAnswers}
					picked={picked?.path}
					isNext={picked?.field !== undefined && !picked.path}
					isMeant={isMeant}
					pick={pickValue}
				/>
				<FieldList
					fields={answerFields[type]}
					tested={tested}
					assignments={assignments}
					picked={picked?.field}
					isNext={picked !== undefined && picked.field === undefined}
					fits={fits}
					pick={pickField}
					fill={fill}
					clear={(field) => write(untieField(assignments, field))}
				/>
			</div>
		</div>
	);
}
