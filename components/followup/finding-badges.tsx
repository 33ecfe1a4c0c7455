import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { Badge } from "@/components/ui/badge";
import type { Finding } from "@/lib/followup/finding";

/** Whether the CRM shows an order since, how a conversation ended, about which product, and what stood in the way. */
export function FindingBadges({ finding, hasOrdered }: { finding: Finding; hasOrdered: boolean }) {
	const { outcome, productMentioned, customerObjection } = finding;
	return (
		<p className="flex flex-wrap gap-1">
			{hasOrdered && <Badge tone="warn">{i18n.t("followUp.skipped.order_found")}</Badge>}
			<Badge>{i18n.t(`followUp.outcome.${outcome}`)}</Badge>
			{productMentioned && <Badge>{productMentioned}</Badge>}
			{customerObjection && (
				<Badge tone="warn">
					{i18n.t("followUp.objection", [i18n.t(`followUp.objections.${messageKey(customerObjection)}`)])}
				</Badge>
			)}
		</p>
	);
}
