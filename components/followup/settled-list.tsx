import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { useFormat } from "@/components/format/use-format";
import { useSettledFollowUps } from "@/components/hooks/use-follow-ups";
import { useNow } from "@/components/hooks/use-now";
import type { FollowUp } from "@/lib/followup/follow-up";
import { PutAsideList } from "./put-aside-list";

type SettledListProps = { open: readonly FollowUp[]; bringBack(followUp: FollowUp): void };

/** What was done or dismissed, folded, with the way to have it back; not where the customer is on the list again. */
export function SettledList({ open, bringBack }: SettledListProps) {
	const format = useFormat();
	const now = useNow();
	const listed = new Set(open.map(({ conversation }) => conversation));
	const settled = useSettledFollowUps().filter(({ conversation }) => !listed.has(conversation));
	return (
		<PutAsideList
			summary={i18n.t("followUp.settled", settled.length)}
			followUps={settled}
			about={(followUp) => `${whatOf(followUp)} · ${format.ago(settledAt(followUp), now)}`}
			bringBack={bringBack}
		/>
	);
}

const settledAt = ({ contactedAt, dismissedAt, foundAt }: FollowUp): number =>
	dismissedAt ?? contactedAt ?? foundAt;

const whatOf = ({ dismissedBecause }: FollowUp): string =>
	dismissedBecause
		? i18n.t(`followUp.because.${messageKey(dismissedBecause)}`)
		: i18n.t("followUp.page.funnel.contacted");
