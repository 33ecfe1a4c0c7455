import { UserRoundSearch } from "lucide-react";
import { i18n } from "#i18n";
import { useLinkPhone } from "@/components/hooks/use-panel-commands";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Contact } from "@/lib/contacts/identity";
import { Freshness } from "./freshness";

type NotFoundProps = { tabId: number; contact: Contact; fetchedAt: number; refreshing: boolean };

/** The CRM answered, and does not know this number. */
export function NotFound({ tabId, contact, fetchedAt, refreshing }: NotFoundProps) {
	const link = useLinkPhone(tabId);
	return (
		<EmptyState
			icon={UserRoundSearch}
			title={contact.name || contact.phoneDisplay}
			text={i18n.t("states.notFound.text")}
		>
			<p className="flex items-center justify-center gap-1 tabular-nums">
				{contact.phoneDisplay}
				<CopyButton text={contact.phone} what={i18n.t("customer.phone")} />
			</p>
			<div className="mt-2 flex justify-center">
				<Freshness tabId={tabId} fetchedAt={fetchedAt} refreshing={refreshing} stale={false} />
			</div>
			{contact.source === "by-hand" && (
				<Button size="small" onClick={() => link.mutate(null)}>
					{i18n.t("customer.unlink")}
				</Button>
			)}
		</EmptyState>
	);
}
