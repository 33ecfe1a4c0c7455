import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { Notice } from "@/components/ui/notice";
import type { AnswerGap } from "@/lib/crm/answer-gap";

/** That an answer can be read and shows little or nothing, and which fields stay empty. */
export function AnswerGapNotice({ gap, action }: { gap: AnswerGap; action?: ReactNode }) {
	return (
		<Notice tone="warn" title={titleOf(gap)} action={action}>
			{gap.gap === "nothing" ? (
				<p>{i18n.t("settings.endpoints.gap.nothingText")}</p>
			) : (
				gap.fields.length > 0 && (
					<p>
						{i18n.t("settings.endpoints.gap.fields")} <code>{gap.fields.join(", ")}</code>
					</p>
				)
			)}
		</Notice>
	);
}

function titleOf(gap: AnswerGap): string {
	return gap.gap === "nothing"
		? i18n.t(`settings.endpoints.gap.nothing.${gap.kind}`)
		: i18n.t(`settings.endpoints.gap.${gap.gap}.${gap.kind}`, gap.count);
}
