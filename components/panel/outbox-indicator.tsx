import { Send } from "lucide-react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useLasting } from "@/components/hooks/use-lasting";
import { useOpenSettings } from "@/components/hooks/use-open-settings";
import { useOutboxStatus } from "@/components/hooks/use-outbox-status";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";

/** What is delivered at once is no news: only what waits for longer is told. */
const waitToldMs = 3_000;

/** How many events wait or have failed, and the way to them. Renders nothing when all have arrived. */
export function OutboxIndicator() {
	const format = useFormat();
	const openSettings = useOpenSettings();
	const { counts, gone } = useOutboxStatus() ?? {};
	const failed = counts?.failed ?? 0;
	const waiting = useLasting((counts?.pending ?? 0) > 0, waitToldMs) ? (counts?.pending ?? 0) : 0;
	if (failed + waiting === 0) return null;
	return (
		<Button
			look="quiet"
			size="small"
			data-outbox
			title={i18n.t(gone ? "settings.deliveries.gone.title" : "outboxIndicator.open")}
			className={classNames("shrink-0 text-[0.86rem]", (failed > 0 || gone) && "text-bad hover:text-bad")}
			onClick={() => openSettings(failed > 0 ? "#/deliveries/failed" : "#/deliveries")}
		>
			<Send aria-hidden />
			{failed > 0
				? i18n.t("outboxIndicator.failed", failed, [format.number(failed)])
				: i18n.t("outboxIndicator.waiting", waiting, [format.number(waiting)])}
		</Button>
	);
}
