import { BellRing } from "lucide-react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useFollowUpRuns } from "@/components/hooks/use-follow-up-runs";
import { useNow } from "@/components/hooks/use-now";
import { useOpenSettings } from "@/components/hooks/use-open-settings";
import { hrefOf } from "@/components/settings/shell/place";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { FollowUpPreferences } from "@/lib/followup/settings";

/** Why nobody is listed, and what can be done about it. */
export function NoFollowUps({ settings }: { settings: FollowUpPreferences }) {
	const format = useFormat();
	const now = useNow();
	const openSettings = useOpenSettings();
	const lastRun = useFollowUpRuns().data?.[0];
	const isKept = settings.keep_messages_days > 0;
	if (settings.enabled && isKept)
		return (
			<EmptyState
				icon={BellRing}
				title={i18n.t("followUp.empty.nothing.title")}
				text={
					lastRun
						? i18n.t("followUp.empty.nothing.ran", [format.ago(lastRun.endedAt ?? now, now)])
						: i18n.t("followUp.empty.nothing.never")
				}
			/>
		);
	const why = settings.enabled ? "notKept" : "off";
	return (
		<EmptyState
			icon={BellRing}
			title={i18n.t(`followUp.empty.${why}.title`)}
			text={i18n.t(`followUp.empty.${why}.text`)}
		>
			<Button look="primary" onClick={() => openSettings(hrefOf({ route: "follow-up" }))}>
				{i18n.t("followUp.empty.off.setUp")}
			</Button>
		</EmptyState>
	);
}
