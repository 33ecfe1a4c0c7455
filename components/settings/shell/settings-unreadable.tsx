import { i18n } from "#i18n";
import { useRestoreSettings, useSettingsOverview } from "@/components/hooks/use-settings-overview";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { settingsFailureText } from "../settings-failure-text";

/** Says on every page when the settings cannot be read, and offers the way back. Renders nothing otherwise. */
export function SettingsUnreadable() {
	const { data: overview } = useSettingsOverview();
	const restore = useRestoreSettings();
	if (!overview?.failure) return null;
	const { failure, lastGood } = overview;
	return (
		<Notice
			tone="bad"
			className="mb-5"
			title={i18n.t("settings.damaged.title")}
			action={
				failure.reason === "settings-damaged" && (
					<Button onClick={() => restore.mutate()}>
						{i18n.t(lastGood ? "settings.damaged.restore" : "settings.damaged.startOver")}
					</Button>
				)
			}
		>
			<p>{settingsFailureText(failure)}</p>
			{failure.reason === "settings-damaged" && <p className="mt-1">{i18n.t("settings.damaged.kept")}</p>}
		</Notice>
	);
}
