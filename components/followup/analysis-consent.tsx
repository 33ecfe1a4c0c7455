import { useState } from "react";
import { i18n } from "#i18n";
import { useAnalysisConsent, useSetAnalysisConsent } from "@/components/hooks/use-analysis-consent";
import { CheckField } from "@/components/ui/check-field";
import type { Identity } from "@/lib/contacts/identity";

/** Whether messages of the open conversation are kept and analysed. Renders nothing where there is none to keep. */
export function AnalysisConsent({ tabId, identity }: { tabId: number; identity: Identity }) {
	const { data: analyse } = useAnalysisConsent(tabId, identity);
	const set = useSetAnalysisConsent(tabId);
	/** What was just chosen, until it is known to be so. */
	const [chosen, choose] = useState<boolean>();
	if (analyse === undefined || analyse === null || !("name" in identity)) return null;
	return (
		<div className="px-4 py-4">
			<CheckField
				label={i18n.t("followUp.consent.label", [identity.name])}
				hint={i18n.t("followUp.consent.hint")}
				checked={chosen ?? analyse}
				onChange={(event) => {
					choose(event.target.checked);
					set.mutate(event.target.checked, { onSettled: () => choose(undefined) });
				}}
			/>
		</div>
	);
}
