import { RotateCw } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Answer } from "@/lib/assistant/answer";
import { answerOf } from "@/lib/assistant/run";
import { ModelFailureNotice } from "./model-failure-notice";
import { StartFailureNotice } from "./start-failure-notice";

/** How an answer ended, where it is not simply there. */
export function EndNotice({ answer, retry }: { answer: Answer; retry(): void }) {
	const { notStarted, leftChat, run } = answer;
	const { progress } = run;
	if (notStarted) return <StartFailureNotice failure={notStarted} retry={retry} />;
	switch (progress.state) {
		case "running":
			return null;
		case "failed":
			return <ModelFailureNotice failure={progress.failure} retry={retry} />;
		case "stopped":
			if (leftChat)
				return (
					<Notice
						tone="info"
						title={i18n.t("assistantTab.ends.leftChat")}
						action={
							<Button size="small" onClick={retry}>
								<RotateCw aria-hidden />
								{i18n.t("failures.retry")}
							</Button>
						}
					/>
				);
			return <p className="text-[0.86rem] text-ink-soft">{i18n.t("assistantTab.ends.stopped")}</p>;
		case "too-many-rounds":
			return (
				<Notice tone="warn" title={i18n.t("assistantTab.ends.rounds.title")}>
					{i18n.t("assistantTab.ends.rounds.text", [progress.most])}
				</Notice>
			);
		case "done":
			if (progress.reason === "length")
				return <Notice tone="warn" title={i18n.t("assistantTab.ends.length")} />;
			if (progress.reason === "filtered")
				return <Notice tone="warn" title={i18n.t("assistantTab.ends.filtered")} />;
			return answerOf(run) === "" ? <Notice tone="info" title={i18n.t("assistantTab.ends.empty")} /> : null;
	}
}
