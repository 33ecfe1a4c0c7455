import { RotateCw } from "lucide-react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useNow } from "@/components/hooks/use-now";
import { useRefresh } from "@/components/hooks/use-panel-commands";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";

export type FreshnessProps = { tabId: number; fetchedAt: number; refreshing: boolean; stale: boolean };

/** How old the card is, and the button that asks again. */
export function Freshness({ tabId, fetchedAt, refreshing, stale }: FreshnessProps) {
	const format = useFormat();
	const now = useNow();
	const refresh = useRefresh(tabId);
	const age = format.ago(fetchedAt, Math.max(now, fetchedAt));
	return (
		<p
			className={classNames(
				"mb-2 flex items-center gap-1 px-4 text-[0.86rem]",
				stale ? "text-warn" : "text-ink-soft",
			)}
		>
			<span aria-live="polite">
				{refreshing ? i18n.t("customer.refreshing", [age]) : i18n.t("customer.updated", [age])}
			</span>
			<Button
				look="quiet"
				size="icon"
				className="size-6 [&_svg]:size-3.5"
				aria-label={i18n.t("customer.refresh")}
				title={i18n.t("customer.refresh")}
				disabled={refreshing}
				onClick={() => refresh.mutate()}
			>
				<RotateCw aria-hidden className={refreshing ? "animate-spin" : undefined} />
			</Button>
		</p>
	);
}
