import { Trash2 } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useRemoveFunctionCalls } from "@/components/hooks/use-function-calls";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { CallFilter } from "@/lib/functions/call-log";

/** Deletes all that the list shows. */
export function CallCommands({ filter, narrowed }: { filter: CallFilter; narrowed: boolean }) {
	const format = useFormat();
	const toast = useToast();
	const [asking, setAsking] = useState(false);
	const removing = useRemoveFunctionCalls();
	const remove = async () => {
		const count = await removing.mutateAsync(filter);
		setAsking(false);
		toast({ text: i18n.t("functionCalls.removed", count, [format.number(count)]) });
	};
	return (
		<div className="flex min-h-12 flex-wrap items-center gap-1 border-line border-b px-3 py-1.5">
			<Button size="small" look="quiet" onClick={() => setAsking(true)}>
				<Trash2 aria-hidden />
				{i18n.t(narrowed ? "settings.activity.removeShown" : "settings.activity.removeAll")}
			</Button>
			{asking && (
				<Dialog
					title={i18n.t("functionCalls.ask.title")}
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
					{i18n.t(narrowed ? "functionCalls.ask.shown" : "functionCalls.ask.all")}
				</Dialog>
			)}
		</div>
	);
}
