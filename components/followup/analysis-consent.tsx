import { i18n } from "#i18n";
import { useAnalysisConsent, useSetAnalysisConsent } from "@/components/hooks/use-analysis-consent";
import { CheckField } from "@/components/ui/check-field";
import type { ChatRef } from "@/lib/whatsapp/chat-ref";

/** Whether messages of the open conversation are kept and analysed. Renders nothing where there is none to keep. */
export function AnalysisConsent({ tabId, chat }: { tabId: number; chat: ChatRef }) {
	const { data: analyse } = useAnalysisConsent(tabId, chat);
	const set = useSetAnalysisConsent(tabId);
	if (analyse === undefined || analyse === null) return null;
	return (
		<div className="px-4 py-4">
			<CheckField
				label={i18n.t("followUp.consent.label", [chat.title])}
				hint={i18n.t("followUp.consent.hint")}
				checked={set.isPending ? set.variables : analyse}
				onChange={(event) => set.mutate(event.target.checked)}
			/>
		</div>
	);
}
