import { KeyRound, RotateCw, Settings2 } from "lucide-react";
import { i18n } from "#i18n";
import { useOpenSettings } from "@/components/hooks/use-open-settings";
import { useGrant } from "@/components/hooks/use-panel-commands";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ModelFailure } from "@/lib/assistant/model";
import { modelFailureText, wordsOfServer } from "./model-failure-text";
import { assistantSettings } from "./settings-place";

type ModelFailureNoticeProps = { failure: ModelFailure; retry(): void };

/** Why the model gave no whole answer, and what can be done. */
export function ModelFailureNotice({ failure, retry }: ModelFailureNoticeProps) {
	const grant = useGrant();
	const openSettings = useOpenSettings();
	const { title, text } = modelFailureText(failure);
	const words = wordsOfServer(failure);
	const permission = failure.reason === "permission-missing";
	return (
		<Notice
			tone={permission ? "info" : "bad"}
			title={title}
			action={
				<>
					{permission ? (
						<Button
							look="primary"
							size="small"
							onClick={() => grant.mutate(failure.origin, { onSuccess: (given) => given && retry() })}
						>
							<KeyRound aria-hidden />
							{i18n.t("failures.grant")}
						</Button>
					) : (
						<Button size="small" onClick={retry}>
							<RotateCw aria-hidden />
							{i18n.t("failures.retry")}
						</Button>
					)}
					<Button look="quiet" size="small" onClick={() => openSettings(assistantSettings)}>
						<Settings2 aria-hidden />
						{i18n.t("assistantTab.openSettings")}
					</Button>
				</>
			}
		>
			<p>{text}</p>
			{words && (
				<p className="mt-1 line-clamp-4 break-words rounded bg-surface/60 px-1.5 py-1 font-mono text-[0.8rem]">
					{words}
				</p>
			)}
			{permission && grant.data === false && <p className="mt-1">{i18n.t("failures.permission.refused")}</p>}
		</Notice>
	);
}
