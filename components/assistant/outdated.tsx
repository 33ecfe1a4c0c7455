import { Sparkles } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** A suggestion that knows nothing of what the customer wrote since. */
export function Outdated({ name, again }: { name: string; again(): void }) {
	return (
		<Notice
			tone="warn"
			title={i18n.t("assistantTab.draft.outdated", [name])}
			action={
				<Button size="small" onClick={again}>
					<Sparkles aria-hidden />
					{i18n.t("assistantTab.draft.again")}
				</Button>
			}
		>
			{i18n.t("assistantTab.draft.outdatedText")}
		</Notice>
	);
}
