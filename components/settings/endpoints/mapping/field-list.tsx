import { X } from "lucide-react";
import { useId } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { Assignments } from "@/lib/mapping/assignment";
import { pathText } from "@/lib/mapping/write-expression";

type FieldListProps = {
	fields: readonly string[];
	assignments: Assignments;
	picked?: string;
	pick(field: string): void;
	clear(field: string): void;
};

/** The fields the panel knows, by their names in the contract, with the value each is filled with. */
export function FieldList({ fields, assignments, picked, pick, clear }: FieldListProps) {
	const id = useId();
	return (
		<section aria-labelledby={id} className="min-w-0">
			<h4 id={id} className="mb-1 font-medium text-[0.93rem]">
				{i18n.t("settings.endpoints.mapping.fields")}
			</h4>
			<ul className="max-h-96 overflow-auto rounded-lg border border-line p-1">
				{fields.map((field) => {
					const path = assignments.get(field);
					return (
						<li key={field} className="flex items-center gap-1">
							<button
								type="button"
								aria-pressed={picked === field}
								onClick={() => pick(field)}
								className={classNames(
									"min-w-0 flex-1 rounded-md px-2 py-1 text-left font-mono text-[0.86rem] hover:bg-sunken",
									picked === field && "bg-accent-soft text-accent-ink",
								)}
							>
								<span className={classNames("break-words", path && "font-semibold")}>{field}</span>
								{path && <span className="block break-all text-ink-soft"> ← {pathText(path)}</span>}
							</button>
							{path && (
								<Button
									look="quiet"
									size="icon"
									aria-label={i18n.t("settings.endpoints.mapping.clear", [field])}
									onClick={() => clear(field)}
								>
									<X aria-hidden />
								</Button>
							)}
						</li>
					);
				})}
			</ul>
		</section>
	);
}
