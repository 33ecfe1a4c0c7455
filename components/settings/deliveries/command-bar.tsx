import { Ban, Download, LoaderCircle, RotateCw, Trash2, X } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { type DeliveryCommand, useDeliveryCommand } from "@/components/hooks/use-deliveries";
import { useDeliveryExport } from "@/components/hooks/use-delivery-export";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { DeliveryFilter, DeliverySelection } from "@/lib/webhooks/delivery-filter";
import type { DeliveryCounts } from "@/lib/webhooks/outbox-status";
import { CommandDialog } from "./command-dialog";
import type { Selection } from "./use-selection";
import type { DeliveryView } from "./view";

type CommandBarProps = {
	view: DeliveryView;
	filter: DeliveryFilter;
	counts: DeliveryCounts;
	selection: Selection;
};

/** What can be done with the deliveries that are checked, or else with all that the list shows. */
export function CommandBar({ view, filter, counts, selection: { selected, clear } }: CommandBarProps) {
	const format = useFormat();
	const toast = useToast();
	const [asked, setAsked] = useState<{ command: DeliveryCommand; selection: DeliverySelection }>();
	const run = useDeliveryCommand();
	const exporting = useDeliveryExport();
	const some = selected.size > 0;
	const meant: DeliverySelection = some
		? { seqs: [...selected].toSorted((one, other) => one - other) }
		: { filter };
	const ask = (command: DeliveryCommand) => setAsked({ command, selection: narrowed(meant, command) });
	const confirm = async () => {
		if (!asked) return;
		const count = await run.mutateAsync(asked);
		setAsked(undefined);
		clear();
		toast({ text: i18n.t(`settings.deliveries.done.${asked.command}`, count, [format.number(count)]) });
	};
	const can = (command: DeliveryCommand) => some || isPossible(command, view, counts);
	return (
		<div className="flex min-h-12 flex-wrap items-center gap-1 border-line border-b px-3 py-1.5">
			{some && (
				<p className="mr-1 flex items-center gap-1 font-medium text-[0.93rem]">
					<Button
						look="quiet"
						size="icon"
						aria-label={i18n.t("settings.deliveries.unselect")}
						title={i18n.t("settings.deliveries.unselect")}
						onClick={clear}
					>
						<X aria-hidden />
					</Button>
					{i18n.t("settings.deliveries.selected", selected.size, [format.number(selected.size)])}
				</p>
			)}
			<Button size="small" look="quiet" disabled={!can("sendAgain")} onClick={() => ask("sendAgain")}>
				<RotateCw aria-hidden />
				{i18n.t(some ? "settings.deliveries.sendAgain" : "settings.deliveries.sendAllAgain")}
			</Button>
			<Button size="small" look="quiet" disabled={!can("cancel")} onClick={() => ask("cancel")}>
				<Ban aria-hidden />
				{i18n.t(some ? "settings.deliveries.cancel" : "settings.deliveries.cancelAll")}
			</Button>
			<Button size="small" look="quietDanger" disabled={!can("remove")} onClick={() => ask("remove")}>
				<Trash2 aria-hidden />
				{i18n.t(some ? "settings.deliveries.remove" : "settings.deliveries.removeAll")}
			</Button>
			<Button
				size="small"
				look="quiet"
				className="sm:ml-auto"
				disabled={exporting.isPending}
				onClick={() => exporting.mutate(meant)}
			>
				{exporting.isPending ? (
					<LoaderCircle aria-hidden className="animate-spin" />
				) : (
					<Download aria-hidden />
				)}
				{exporting.isPending
					? i18n.t("settings.deliveries.exporting", [format.number(exporting.done)])
					: i18n.t("settings.deliveries.export")}
			</Button>
			{asked && (
				<CommandDialog
					command={asked.command}
					selection={asked.selection}
					view={view}
					counts={counts}
					running={run.isPending}
					confirm={() => void confirm()}
					cancel={() => setAsked(undefined)}
				/>
			)}
		</div>
	);
}

/**
 * What a command means of all that is shown; the number asked about then is the right one. Cancelling means only what
 * waits. What a person has cancelled goes out again only where nothing but the cancelled is shown.
 */
function narrowed(selection: DeliverySelection, command: DeliveryCommand): DeliverySelection {
	if (!("filter" in selection)) return selection;
	const { filter } = selection;
	if (command === "cancel") return { filter: { ...filter, status: "pending" } };
	if (command === "sendAgain" && filter.status === undefined)
		return { filter: { ...filter, leaveOut: "cancelled-by-hand" } };
	return selection;
}

function isPossible(command: DeliveryCommand, { status }: DeliveryView, counts: DeliveryCounts): boolean {
	const settled = counts.delivered + counts.failed + counts.cancelled;
	switch (command) {
		case "sendAgain":
			return status ? counts[status] > 0 : settled + counts.pending > 0;
		case "cancel":
			return (status === undefined || status === "pending") && counts.pending > 0;
		case "remove":
			return status ? status !== "pending" && counts[status] > 0 : settled > 0;
	}
}
