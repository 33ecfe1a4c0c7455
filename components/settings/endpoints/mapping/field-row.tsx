import { X } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { isMoney, mayBeConstant } from "@/lib/crm/answer-fields";
import { pathsOf, type Source, type SourcePath } from "@/lib/mapping/assignment";
import { pathText } from "@/lib/mapping/source-text";
import { leadsSomewhere, valueAt } from "@/lib/mapping/value-at";
import { ConstantInput } from "./constant-input";
import { DivisorSelect } from "./divisor-select";
import type { TestedAnswer } from "./tested-answer";

type FieldRowProps = {
	field: string;
	source?: Source;
	/** The list its own fields are taken from. */
	list?: SourcePath;
	tested: TestedAnswer;
	isPicked: boolean;
	fits: boolean;
	pick(): void;
	fill(source: Source): void;
	clear(): void;
};

/** A field of the panel: what fills it, how, and whether there is something of it in the answer. */
export function FieldRow({ field, source, list, tested, isPicked, fits, pick, fill, clear }: FieldRowProps) {
	const isEmpty =
		source !== undefined &&
		source.kind !== "constant" &&
		!pathsOf(source).some((path) => leads(tested, path));
	const from = source ? shown(source) : list && pathText(list);
	return (
		<li className={classNames(isPicked && "rounded-md bg-accent-soft")}>
			<div className="flex items-center gap-1">
				<button
					type="button"
					aria-pressed={isPicked}
					aria-disabled={!fits}
					title={fits ? undefined : i18n.t("settings.endpoints.mapping.doesNotFit")}
					onClick={pick}
					className={classNames(
						"min-w-0 flex-1 rounded-md px-2 py-1 text-left font-mono text-[0.86rem]",
						fits ? "hover:bg-sunken" : "cursor-not-allowed text-ink-soft",
						isPicked && "text-accent-ink ring-2 ring-accent ring-inset",
					)}
				>
					<span className={classNames("break-words", from && "font-semibold")}>{field}</span>
					{from && <span className="block break-all text-ink-soft"> ← {from}</span>}
				</button>
				{from && (
					<Button
						look="quiet"
						size="icon"
						aria-label={i18n.t("settings.endpoints.mapping.clear", [field])}
						onClick={clear}
					>
						<X aria-hidden />
					</Button>
				)}
			</div>
			{isEmpty && (
				<p className="px-2 pb-1 text-[0.86rem] text-warn">
					{i18n.t("settings.endpoints.mapping.nothingThere")}
				</p>
			)}
			{source?.kind === "value" && isMoney(field) && (
				<DivisorSelect field={field} source={source} change={fill} />
			)}
			{isPicked && mayBeConstant(field) && (
				<ConstantInput
					field={field}
					text={source?.kind === "constant" ? source.text : ""}
					set={(text) => fill({ kind: "constant", text })}
				/>
			)}
		</li>
	);
}

/** The answers of steps are meant by their number, any other list by what is in one of its elements. */
const leads = ({ value, hasAnswers }: TestedAnswer, path: SourcePath): boolean =>
	hasAnswers ? leadsSomewhere(valueAt(value, path.slice(0, 2)), path.slice(2)) : leadsSomewhere(value, path);

function shown(source: Source): string {
	switch (source.kind) {
		case "value":
			return `${pathText(source.path)}${source.divisor === undefined ? "" : `\u00a0÷\u00a0${source.divisor}`}`;
		case "joined":
			return source.paths.map(pathText).join(" + ");
		case "constant":
			return `"${source.text}"`;
	}
}
