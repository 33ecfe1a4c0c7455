import { BellRing } from "lucide-react";
import { i18n } from "#i18n";
import { useFollowUpRuns } from "@/components/hooks/use-follow-up-runs";
import { useOpenSettings } from "@/components/hooks/use-open-settings";
import { hrefOf } from "@/components/settings/shell/place";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { FollowUpPreferences } from "@/lib/followup/settings";

/** Why nobody is listed, and what can be done about it. */
export function NoFollowUps({ settings }: { settings: FollowUpPreferences }) {
	const openSettings = useOpenSettings();
	const lastRun = useFollowUpRuns().data?.[0];
	const isKept = settings.keep_messages_days > 0;
	// Those the CRM failed for may be somebody: that nobody is would be untrue.
	if (isKept && lastRun && lastRun.kept > 0) return null;
	if (settings.enabled && isKept)
		return (
			<EmptyState
				icon={BellRing}
				title={i18n.t("followUp.empty.nothing.title")}
				text={i18n.t("followUp.empty.nothing.text")}
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
