import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { type DeliveryCommand, useDeliveryCount } from "@/components/hooks/use-deliveries";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { DeliveryFilter, DeliverySelection } from "@/lib/webhooks/delivery-filter";
import type { DeliveryCounts } from "@/lib/webhooks/outbox-status";
import { type DeliveryView, isNarrowed } from "./view";

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
	const filter = "filter" in selection ? selection.filter : {};
	const known =
		"seqs" in selection ? selection.seqs.length : isNarrowed(view) ? undefined : countOf(filter, counts);
	const counted = useDeliveryCount(filter, known === undefined);
	const count = known ?? counted.data;
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
			<p className="mt-1">{i18n.t(`settings.deliveries.ask.${command}.text`)}</p>
		</Dialog>
	);
}

/** The number of a filter that names at most a state. */
const countOf = ({ status }: DeliveryFilter, counts: DeliveryCounts): number =>
	status ? counts[status] : Object.values(counts).reduce((sum, count) => sum + count, 0);
