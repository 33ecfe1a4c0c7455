import { i18n } from "#i18n";
import { CrmFailureNotice } from "@/components/crm-answer/crm-failure-notice";
import { useFormat } from "@/components/format/use-format";
import { useNow } from "@/components/hooks/use-now";
import { useRefresh } from "@/components/hooks/use-panel-commands";
import type { CrmFailure } from "@/lib/crm/failure";

type FailureNoticeProps = { tabId: number; failure: CrmFailure; shownSince?: number; connect(): void };

/** Why the CRM gave no card, what can be done, and how old the card is that is shown meanwhile. */
export function FailureNotice({ tabId, failure, shownSince, connect }: FailureNoticeProps) {
	const format = useFormat();
	const now = useNow();
	const refresh = useRefresh(tabId);
	return (
		<CrmFailureNotice
			failure={failure}
			tone={shownSince ? "warn" : "bad"}
			className={shownSince ? "mx-3 mt-3" : "mx-3"}
			retrying={refresh.isPending}
			retry={() => refresh.mutate()}
			changeConnection={connect}
		>
			{shownSince && (
				<p className="mt-1">
					{i18n.t("failures.showingOld", [format.ago(shownSince, Math.max(now, shownSince))])}
				</p>
			)}
		</CrmFailureNotice>
	);
}
