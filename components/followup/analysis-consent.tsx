import { useState } from "react";
import { i18n } from "#i18n";
import { useAnalysisConsent, useSetAnalysisConsent } from "@/components/hooks/use-analysis-consent";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { Identity } from "@/lib/contacts/identity";
import type { FollowUpPreferences } from "@/lib/followup/settings";

type AnalysisConsentProps = { tabId: number; identity: Identity; settings: FollowUpPreferences };

/** Whether messages of the open conversation are kept and analysed. Renders nothing where there is none to keep. */
export function AnalysisConsent({ tabId, identity, settings }: AnalysisConsentProps) {
	const { data: analyse } = useAnalysisConsent(tabId, identity);
	const set = useSetAnalysisConsent(tabId);
	const toast = useToast();
	/** What was just chosen, until it is known to be so. */
	const [chosen, choose] = useState<boolean>();
	const [asking, ask] = useState(false);
	if (analyse === undefined || analyse === null || !("name" in identity)) return null;
	const { name } = identity;
	const decide = (wanted: boolean) => {
		ask(false);
		choose(wanted);
		set.mutate(wanted, {
			onSuccess: ({ messages, followUps }) => {
				if (wanted) return;
				const what = [
					i18n.t("followUp.consent.messages", messages),
					i18n.t("followUp.consent.followUps", followUps),
				];
				toast({ text: i18n.t("followUp.consent.deleted", [name, what.join(", ")]) });
			},
			onSettled: () => choose(undefined),
		});
	};
	const isKept = chosen ?? analyse;
	return (
		<div className="relative shrink-0 border-line border-t bg-surface px-4 py-2.5">
			<CheckField
				label={i18n.t("followUp.consent.label", [name])}
				hint={hintOf(isKept, settings)}
				checked={isKept}
				onChange={(event) => (event.target.checked ? decide(true) : ask(true))}
			/>
			{asking && (
				<Dialog
					title={i18n.t("followUp.consent.ask", [name])}
					close={() => ask(false)}
					actions={
						<>
							<Button onClick={() => ask(false)}>{i18n.t("connect.cancel")}</Button>
							<Button look="danger" onClick={() => decide(false)}>
								{i18n.t("followUp.consent.delete")}
							</Button>
						</>
					}
				>
					{i18n.t("followUp.consent.askText")}
				</Dialog>
			)}
		</div>
	);
}

function hintOf(isKept: boolean, { keep_messages_days: days, enabled }: FollowUpPreferences): string {
	if (!isKept) return i18n.t("followUp.consent.not");
	if (days === 0) return i18n.t("followUp.consent.none");
	const kept = i18n.t("followUp.consent.kept", days);
	return enabled ? kept : `${kept} ${i18n.t("followUp.consent.off")}`;
}
