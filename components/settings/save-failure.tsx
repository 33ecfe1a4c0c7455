import { i18n } from "#i18n";
import { Notice } from "@/components/ui/notice";
import type { Result } from "@/lib/core/result";
import type { SettingsFailure } from "@/lib/settings/failure";
import { settingsFailureText } from "./settings-failure-text";

/** Says why settings were not saved. Renders nothing when they were, or have not been tried to. */
export function SaveFailure({ outcome }: { outcome: Result<null, SettingsFailure> | undefined }) {
	if (!outcome || outcome.ok) return null;
	return (
		<Notice tone="bad" className="mt-4" title={i18n.t("connect.notSaved")}>
			{settingsFailureText(outcome.failure)}
		</Notice>
	);
}
