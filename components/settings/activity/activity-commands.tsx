import { Download, Trash2 } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { egressFormats, useEgressExport, useRemoveEgress } from "@/components/hooks/use-egress";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { EgressFilter } from "@/lib/egress/filter";

type ActivityCommandsProps = { filter: EgressFilter; narrowed: boolean };

/** Exports or deletes all that the list shows. */
export function ActivityCommands({ filter, narrowed }: ActivityCommandsProps) {
	const format = useFormat();
	const toast = useToast();
	const [asking, setAsking] = useState(false);
	const exporting = useEgressExport();
	const removing = useRemoveEgress();
	const remove = async () => {
		const count = await removing.mutateAsync(filter);
		setAsking(false);
		toast({ text: i18n.t("settings.activity.removed", count, [format.number(count)]) });
	};
	return (
		<div className="flex min-h-12 flex-wrap items-center gap-1 border-line border-b px-3 py-1.5">
			<Button size="small" look="quiet" onClick={() => setAsking(true)}>
				<Trash2 aria-hidden />
				{i18n.t(narrowed ? "settings.activity.removeShown" : "settings.activity.removeAll")}
			</Button>
			{egressFormats.map((one) => (
				<Button
					key={one}
					size="small"
					look="quiet"
					disabled={exporting.isPending}
					onClick={() => exporting.mutate({ filter, format: one })}
				>
					<Download aria-hidden />
					{i18n.t(`settings.activity.export.${one}`)}
				</Button>
			))}
			{asking && (
				<Dialog
					title={i18n.t("settings.activity.ask.title")}
					close={() => setAsking(false)}
					actions={
						<>
							<Button onClick={() => setAsking(false)}>{i18n.t("connect.cancel")}</Button>
							<Button look="danger" disabled={removing.isPending} onClick={() => void remove()}>
								{i18n.t("settings.privacy.remove.confirm")}
							</Button>
						</>
					}
				>
					{i18n.t(narrowed ? "settings.activity.ask.shown" : "settings.activity.ask.all")}
				</Dialog>
			)}
		</div>
	);
}
