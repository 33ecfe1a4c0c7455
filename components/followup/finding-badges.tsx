import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { Badge } from "@/components/ui/badge";
import type { Finding } from "@/lib/followup/finding";

/** How a conversation ended, about which product, and what stood in the way. */
export function FindingBadges({ finding }: { finding: Finding }) {
	const { outcome, productMentioned, customerObjection } = finding;
	return (
		<p className="flex flex-wrap gap-1">
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
