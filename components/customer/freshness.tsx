import { i18n } from "#i18n";
import { useRefresh } from "@/components/hooks/use-panel-commands";
import { classNames } from "@/components/ui/class-names";
import { AgeLine } from "./age-line";

export type FreshnessProps = { tabId: number; fetchedAt: number; refreshing: boolean; stale: boolean };

/** How old the card is, and the button that asks again. */
export function Freshness({ tabId, fetchedAt, refreshing, stale }: FreshnessProps) {
	const refresh = useRefresh(tabId);
	return (
		<AgeLine
			fetchedAt={fetchedAt}
			refreshing={refreshing}
			label={i18n.t("customer.refresh")}
			refresh={() => refresh.mutate()}
			className={classNames("mb-2 px-4", stale ? "text-warn" : "text-ink-soft")}
		/>
	);
}
