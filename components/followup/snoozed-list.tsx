import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useNow } from "@/components/hooks/use-now";
import type { FollowUp } from "@/lib/followup/follow-up";
import { PutAsideList } from "./put-aside-list";

type SnoozedListProps = { snoozed: readonly FollowUp[]; bringBack(followUp: FollowUp): void };

/** What was put off, folded, with the way to have it back at once. */
export function SnoozedList({ snoozed, bringBack }: SnoozedListProps) {
	const format = useFormat();
	const now = useNow();
	return (
		<PutAsideList
			summary={i18n.t("followUp.snoozed", snoozed.length)}
			followUps={snoozed}
			about={({ snoozedUntil }) => i18n.t("followUp.backOn", [format.ago(snoozedUntil ?? now, now)])}
			bringBack={bringBack}
		/>
	);
}
