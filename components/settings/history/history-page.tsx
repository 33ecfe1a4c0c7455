import { History } from "lucide-react";
import { i18n } from "#i18n";
import { useNow } from "@/components/hooks/use-now";
import { useSettingsOverview } from "@/components/hooks/use-settings-overview";
import { EmptyState } from "@/components/ui/empty-state";
import { HistoryItem } from "./history-item";

/** The last changes of the settings, each with the way back. */
export default function HistoryPage() {
	const { data: overview } = useSettingsOverview();
	const now = useNow();
	if (!overview) return null;
	if (overview.history.length === 0)
		return (
			<EmptyState
				icon={History}
				title={i18n.t("settings.history.none.title")}
				text={i18n.t("settings.history.none.text")}
			/>
		);
	return (
		<>
			<p className="mb-5 max-w-[65ch] text-ink-soft">{i18n.t("settings.history.intro")}</p>
			<ol className="space-y-4">
				{overview.history.map((entry) => (
					<li key={entry.id}>
						<HistoryItem
							entry={entry}
							now={now}
							locked={overview.locked}
							unreadable={overview.failure !== undefined}
						/>
					</li>
				))}
			</ol>
		</>
	);
}
