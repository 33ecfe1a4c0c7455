import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";

type PairRowsProps = {
	pairs: Record<string, unknown>;
	/** What one pair is, for screen readers and the button: "fixed argument". */
	add: string;
	/** The control of a value. */
	value(value: unknown, change: (value: unknown) => void, name: string): ReactNode;
	/** Whether a value has a line of its own, below its name. */
	stacked?: boolean;
	/** What a new pair starts with. */
	empty: unknown;
	change(pairs: Record<string, unknown> | undefined): void;
};

/** Names with their values, a row each. */
export function PairRows({ pairs, add, value, stacked = false, empty, change }: PairRowsProps) {
	const rows = Object.entries(pairs);
	const write = (next: [string, unknown][]) => change(next.length > 0 ? Object.fromEntries(next) : undefined);
	return (
		<>
			<ul className="space-y-2">
				{rows.map(([name, current], index) => {
					const control = value(
						current,
						(next) => write(rows.map((row, at) => (at === index ? [name, next] : row))),
						name || String(index + 1),
					);
					return (
						<li
							// biome-ignore lint/suspicious/noArrayIndexKey: a name changes while it is typed, its place does not
							key={index}
							className={stacked ? "space-y-2 rounded-lg border border-line p-2.5" : ""}
						>
							<div className="flex gap-2">
								<Input
									aria-label={`${i18n.t("connect.fieldName")} ${index + 1}`}
									className="min-w-0 flex-1 font-mono placeholder:font-sans"
									placeholder={i18n.t("connect.fieldName")}
									spellCheck={false}
									value={name}
									onChange={(event) => {
										if (!(event.target.value in pairs))
											write(rows.map((row, at) => (at === index ? [event.target.value, current] : row)));
									}}
								/>
								{!stacked && control}
								<Button
									look="quiet"
									size="icon"
									className="size-9"
									aria-label={i18n.t("connect.removeField", [index + 1])}
									onClick={() => write(rows.filter((_, at) => at !== index))}
								>
									<X aria-hidden />
								</Button>
							</div>
							{stacked && <div className="flex flex-wrap gap-2">{control}</div>}
						</li>
					);
				})}
			</ul>
			<Button
				look="quiet"
				size="small"
				className="mt-1"
				disabled={"" in pairs}
				onClick={() => write([...rows, ["", empty]])}
			>
				<Plus aria-hidden />
				{add}
			</Button>
		</>
	);
}
