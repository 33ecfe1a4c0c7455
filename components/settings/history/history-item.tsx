import { Undo2 } from "lucide-react";
import { useId, useState } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { Button } from "@/components/ui/button";
import { readOrigin } from "@/lib/settings/history";
import type { ShownHistoryEntry } from "@/lib/settings/overview";
import { ChangeList } from "../changes/change-list";
import { itemTitle } from "../changes/item-name";
import { isTool, originText } from "./origin-text";
import { UndoDialog } from "./undo-dialog";

type HistoryItemProps = {
	entry: ShownHistoryEntry;
	/** ms since the epoch. */
	now: number;
	/** Paths of items set by the organisation. */
	locked: readonly string[];
	unreadable: boolean;
};

/** One change: what made it and when, what it changed, and taking it back or why that is not possible. */
export function HistoryItem({ entry, now, locked, unreadable }: HistoryItemProps) {
	const [asking, setAsking] = useState(false);
	const format = useFormat();
	const id = useId();
	const { at, origin, changes, undo } = entry;
	const { what, program } = readOrigin(origin);
	const date = new Date(at).toISOString();
	const lockedHere = undo.map(({ path }) => path).filter((path) => locked.includes(path));
	const impossible = unreadable
		? i18n.t("settings.history.undo.unreadable")
		: undo.length === 0
			? i18n.t("settings.history.undo.nothing")
			: lockedHere.length > 0 &&
				i18n.t("settings.history.undo.locked", [lockedHere.map(itemTitle).join(", ")]);
	return (
		<article aria-labelledby={id} className="rounded-2xl border border-line bg-surface p-4">
			<header className="mb-3 flex flex-wrap items-start gap-x-4 gap-y-2">
				<div className="min-w-0 flex-1">
					<h2 id={id} className="font-semibold">
						{originText(origin) ?? <code>{what}</code>}
					</h2>
					<p className="text-[0.93rem] text-ink-soft">
						<time dateTime={date}>
							{format.ago(at, now)} · {format.moment(date)}
						</time>
						{isTool(origin) && originText(origin) && (
							<>
								{" · "}
								<code className="whitespace-nowrap">{what}</code>
							</>
						)}
						{program && ` · ${i18n.t("settings.history.byProgram", [program])}`}
					</p>
				</div>
				{!impossible && (
					<Button size="small" aria-describedby={id} onClick={() => setAsking(true)}>
						<Undo2 aria-hidden />
						{i18n.t("settings.history.undo.open")}
					</Button>
				)}
			</header>
			<ChangeList changes={changes} />
			{impossible && <p className="mt-2.5 text-[0.93rem] text-ink-soft">{impossible}</p>}
			{asking && <UndoDialog entry={entry} close={() => setAsking(false)} />}
		</article>
	);
}
