import { Download } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { useExportSettings } from "@/components/hooks/use-settings-file";
import { useExportStoredData } from "@/components/hooks/use-stored-data";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { Notice } from "@/components/ui/notice";
import { settingsFailureText } from "../settings-failure-text";
import { SettingsSection } from "../settings-section";
import { downloadJson } from "./download-json";

/** The settings as a file, with secrets only when the user says so; and everything else to read. */
export function ExportPart() {
	const [secrets, setSecrets] = useState(false);
	const settings = useExportSettings();
	const everything = useExportStoredData();
	const saveSettings = async () => {
		const exported = await settings.mutateAsync(secrets);
		if (exported.ok) downloadJson("chatside-settings", exported.value);
	};
	return (
		<SettingsSection
			anchor="export"
			title={i18n.t("settings.privacy.export.title")}
			intro={i18n.t("settings.privacy.export.intro")}
		>
			<div className="max-w-[65ch]">
				<CheckField
					label={i18n.t("settings.privacy.export.secrets")}
					hint={i18n.t("settings.privacy.export.secretsHint")}
					checked={secrets}
					onChange={(event) => setSecrets(event.target.checked)}
				/>
			</div>
			{settings.data?.ok === false && (
				<Notice tone="bad" className="mt-3" title={i18n.t("settings.privacy.export.failed")}>
					{settingsFailureText(settings.data.failure)}
				</Notice>
			)}
			<Button look="primary" className="mt-3" onClick={() => void saveSettings()}>
				<Download aria-hidden />
				{i18n.t("settings.privacy.export.settings")}
			</Button>
			<div className="mt-5 flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-t pt-4">
				<Button onClick={async () => downloadJson("chatside-data", await everything.mutateAsync())}>
					<Download aria-hidden />
					{i18n.t("settings.privacy.export.everything")}
				</Button>
				<p className="min-w-0 flex-1 basis-56 text-[0.93rem] text-ink-soft">
					{i18n.t("settings.privacy.export.everythingHint")}
				</p>
			</div>
		</SettingsSection>
	);
}
