import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import type { DeliveryCommand } from "@/components/hooks/use-deliveries";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { deliveryStatuses } from "@/lib/webhooks/delivery";
import type { DeliverySelection } from "@/lib/webhooks/delivery-filter";
import type { DeliveryCounts } from "@/lib/webhooks/outbox-status";
import { sumOf, useMeant } from "./use-meant";
import type { DeliveryView } from "./view";

type CommandDialogProps = {
	command: DeliveryCommand;
	selection: DeliverySelection;
	view: DeliveryView;
	counts: DeliveryCounts;
	running: boolean;
	confirm(): void;
	cancel(): void;
};

/** Asks before something is done with many deliveries, and says with how many. */
export function CommandDialog({ command, selection, view, counts, ...props }: CommandDialogProps) {
	const { running, confirm, cancel } = props;
	const format = useFormat();
	const meant = useMeant(selection, view, counts);
	const count = "seqs" in selection ? selection.seqs.length : meant && sumOf(meant);
	return (
		<Dialog
			title={i18n.t(`settings.deliveries.ask.${command}.title`)}
			close={cancel}
			actions={
				<>
					<Button onClick={cancel}>{i18n.t("settings.deliveries.ask.no")}</Button>
					<Button look="primary" disabled={running || !count} onClick={confirm}>
						{i18n.t(`settings.deliveries.ask.${command}.yes`)}
					</Button>
				</>
			}
		>
			<p aria-live="polite" className="font-medium text-ink">
				{count === undefined
					? i18n.t("settings.deliveries.ask.counting")
					: i18n.t("settings.deliveries.ask.number", count, [format.number(count)])}
			</p>
			{"filter" in selection && selection.filter.leaveOut && meant && (
				<Parts meant={meant} cancelled={counts.cancelled} />
			)}
			<p className="mt-1">{i18n.t(`settings.deliveries.ask.${command}.text`)}</p>
		</Dialog>
	);
}

/** Of which states they are, and what is not among them. */
function Parts({ meant, cancelled }: { meant: DeliveryCounts; cancelled: number }) {
	const format = useFormat();
	const parts = deliveryStatuses
		.filter((status) => meant[status] > 0)
		.map((status) =>
			i18n.t(`settings.deliveries.meant.${status}`, meant[status], [format.number(meant[status])]),
		);
	return (
		<>
			{parts.length > 0 && <p className="tabular-nums">{parts.join(" · ")}</p>}
			{cancelled > meant.cancelled && <p className="mt-1">{i18n.t("settings.deliveries.meant.leftOut")}</p>}
		</>
	);
}
