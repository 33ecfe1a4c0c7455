import { useEffect, useId, useRef } from "react";
import { i18n } from "#i18n";
import { classNames } from "@/components/ui/class-names";
import { listBehind } from "@/lib/crm/tie-field";
import type { Assignments, Source } from "@/lib/mapping/assignment";
import { FieldRow } from "./field-row";
import type { TestedAnswer } from "./tested-answer";

type FieldListProps = {
	fields: readonly string[];
	tested: TestedAnswer;
	assignments: Assignments;
	picked?: string;
	/** Whether a field is what is to be clicked now. */
	isNext: boolean;
	/** Whether what is picked can fill a field. */
	fits(field: string): boolean;
	pick(field: string): void;
	fill(field: string, source: Source): void;
	clear(field: string): void;
};

/** The fields the panel knows, by their names in the contract, with the value each is filled with. */
export function FieldList({ fields, tested, assignments, picked, isNext, ...acts }: FieldListProps) {
	const id = useId();
	const list = useRef<HTMLUListElement>(null);
	// What is picked may fit fields alone that are out of view, as a list does.
	const [firstFitting = 0] = isNext
		? fields.flatMap((field, index) => (acts.fits(field) ? [index] : []))
		: [];
	useEffect(() => {
		if (firstFitting > 0) list.current?.children[firstFitting]?.scrollIntoView({ block: "nearest" });
	}, [firstFitting]);
	return (
		<section aria-labelledby={id} className="min-w-0">
			<h4 id={id} className="mb-1 font-medium text-[0.93rem]">
				{i18n.t("settings.endpoints.mapping.fields")}
			</h4>
			<ul
				ref={list}
				className={classNames(
					"max-h-96 overflow-auto rounded-lg border p-1",
					isNext ? "border-accent" : "border-line",
				)}
			>
				{fields.map((field) => (
					<FieldRow
						key={field}
						field={field}
						source={assignments.get(field)}
						list={listBehind(assignments, field)}
						tested={tested}
						isPicked={picked === field}
						fits={acts.fits(field)}
						pick={() => acts.pick(field)}
						fill={(source) => acts.fill(field, source)}
						clear={() => acts.clear(field)}
					/>
				))}
			</ul>
		</section>
	);
}
