import { RotateCw, Settings2 } from "lucide-react";
import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { useOpenSettings } from "@/components/hooks/use-open-settings";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { StartFailure } from "@/lib/assistant/answer";
import { assistantSettings } from "./settings-place";

type StartFailureNoticeProps = { failure: StartFailure; retry(): void };

/** Why the model was not asked, and what can be done. */
export function StartFailureNotice({ failure, retry }: StartFailureNoticeProps) {
	const openSettings = useOpenSettings();
	const limit = failure.reason === "limit-reached";
	return (
		<Notice
			tone={limit ? "warn" : "bad"}
			title={i18n.t(`assistantTab.notStarted.${messageKey(failure.reason)}.title`)}
			action={
				<>
					<Button size="small" onClick={retry}>
						<RotateCw aria-hidden />
						{i18n.t("failures.retry")}
					</Button>
					{limit && (
						<Button look="quiet" size="small" onClick={() => openSettings(assistantSettings)}>
							<Settings2 aria-hidden />
							{i18n.t("assistantTab.openSettings")}
						</Button>
					)}
				</>
			}
		>
			{failure.reason === "limit-reached"
				? i18n.t(`assistantTab.notStarted.limit_reached.${failure.limit}`)
				: i18n.t(`assistantTab.notStarted.${messageKey(failure.reason)}.text`)}
		</Notice>
	);
}
