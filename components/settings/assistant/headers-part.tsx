import { useId } from "react";
import { i18n } from "#i18n";
import { Input } from "@/components/ui/field";
import type { Assistant } from "@/lib/assistant/settings";
import { LockedBadge } from "../locked-badge";
import { PairRows } from "../pair-rows";

type HeadersPartProps = {
	headers: Assistant["headers"];
	problem?: string;
	locked: boolean;
	change(headers: Record<string, unknown>): void;
};

/** Further headers of every request; their values are secrets. Folded: most servers need none. */
export function HeadersPart({ headers, problem, locked, change }: HeadersPartProps) {
	const id = useId();
	const count = Object.keys(headers).length;
	return (
		<details open={count > 0 || problem !== undefined}>
			<summary className="font-medium text-[0.93rem]">{i18n.t("assistantSettings.headers.label")}</summary>
			<fieldset
				disabled={locked}
				aria-label={i18n.t("assistantSettings.headers.label")}
				aria-describedby={id}
				className="mt-2"
			>
				<PairRows
					pairs={headers}
					add={i18n.t("assistantSettings.headers.add")}
					empty=""
					change={(next) => change(next ?? {})}
					value={(value, write, name) => (
						<Input
							type="password"
							autoComplete="off"
							aria-label={`${i18n.t("connect.fieldValue")} ${name}`}
							className="min-w-0 flex-1"
							value={String(value)}
							onChange={(event) => write(event.target.value)}
						/>
					)}
				/>
			</fieldset>
			<p id={id} className={problem ? "mt-1 text-[0.86rem] text-bad" : "mt-1 text-[0.86rem] text-ink-soft"}>
				{problem ?? (locked ? <LockedBadge /> : i18n.t("assistantSettings.headers.hint"))}
			</p>
		</details>
	);
}
