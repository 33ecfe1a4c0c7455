import { KeyRound, RotateCw, Settings2 } from "lucide-react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useNow } from "@/components/hooks/use-now";
import { useGrant, useRefresh } from "@/components/hooks/use-panel-commands";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { CrmFailure } from "@/lib/crm/failure";
import { failureText } from "./failure-text";

type FailureNoticeProps = { tabId: number; failure: CrmFailure; shownSince?: number; connect(): void };

/** Why the CRM gave no card, what can be done, and how old the card is that is shown meanwhile. */
export function FailureNotice({ tabId, failure, shownSince, connect }: FailureNoticeProps) {
	const format = useFormat();
	const now = useNow();
	const refresh = useRefresh(tabId);
	const grant = useGrant();
	const { title, text } = failureText(failure);
	const permission = failure.reason === "permission-missing";
	return (
		<Notice
			tone={permission ? "info" : shownSince ? "warn" : "bad"}
			className={shownSince ? "mx-3 mt-3" : "mx-3"}
			title={title}
			action={
				<>
					{permission ? (
						<Button look="primary" size="small" onClick={() => grant.mutate(failure.origin)}>
							<KeyRound aria-hidden />
							{i18n.t("failures.grant")}
						</Button>
					) : (
						<Button size="small" onClick={() => refresh.mutate()} disabled={refresh.isPending}>
							<RotateCw aria-hidden />
							{i18n.t("failures.retry")}
						</Button>
					)}
					<Button look="quiet" size="small" onClick={connect}>
						<Settings2 aria-hidden />
						{i18n.t("failures.changeConnection")}
					</Button>
				</>
			}
		>
			<p>{text}</p>
			{"excerpt" in failure && failure.excerpt && (
				<p className="mt-1 line-clamp-3 break-all rounded bg-surface/60 px-1.5 py-1 font-mono text-[0.8rem]">
					{failure.excerpt}
				</p>
			)}
			{shownSince && (
				<p className="mt-1">
					{i18n.t("failures.showingOld", [format.ago(shownSince, Math.max(now, shownSince))])}
				</p>
			)}
			{permission && grant.data === false && <p className="mt-1">{i18n.t("failures.permission.refused")}</p>}
		</Notice>
	);
}
