import { i18n } from "#i18n";
import { Notice } from "@/components/ui/notice";
import type { Result } from "@/lib/core/result";
import type { SettingsFailure } from "@/lib/settings/failure";
import type { SecretsMissing } from "@/lib/settings/secrets";
import { settingsFailureText } from "../settings-failure-text";

/** Says why the model was not saved. Renders nothing when it was, or has not been tried to. */
export function ModelSaveFailure({
	outcome,
}: {
	outcome: Result<null, SettingsFailure | SecretsMissing> | undefined;
}) {
	if (!outcome || outcome.ok) return null;
	const { failure } = outcome;
	return (
		<Notice tone="bad" className="mt-4" title={i18n.t("connect.notSaved")}>
			{failure.reason === "secrets-missing"
				? i18n.t("assistantSettings.key.again")
				: settingsFailureText(failure)}
		</Notice>
	);
}
