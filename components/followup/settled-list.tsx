import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { useFormat } from "@/components/format/use-format";
import { useSettledFollowUps } from "@/components/hooks/use-follow-ups";
import { useNow } from "@/components/hooks/use-now";
import { Button } from "@/components/ui/button";
import type { FollowUp } from "@/lib/followup/follow-up";

type SettledListProps = { open: readonly FollowUp[]; bringBack(followUp: FollowUp): void };

/** What was done or dismissed, folded, with the way to have it back; not where the customer is on the list again. */
export function SettledList({ open, bringBack }: SettledListProps) {
	const format = useFormat();
	const now = useNow();
	const listed = new Set(open.map(({ conversation }) => conversation));
	const settled = useSettledFollowUps().filter(({ conversation }) => !listed.has(conversation));
	if (settled.length === 0) return null;
	return (
		<details className="m-3 rounded-xl border border-line bg-surface px-3 py-2">
			<summary className="text-ink-soft">{i18n.t("followUp.settled", settled.length)}</summary>
			<ul className="mt-1.5 divide-y divide-line">
				{settled.map((followUp) => (
					<li key={followUp.id} className="flex items-center gap-2 py-1.5">
						<span className="min-w-0 flex-1">
							<span className="block break-words">{followUp.name}</span>
							<span className="block text-[0.86rem] text-ink-soft">
								{whatOf(followUp)} · {format.ago(settledAt(followUp), now)}
							</span>
						</span>
						<Button
							size="small"
							aria-label={`${i18n.t("followUp.bringBack")}: ${followUp.name}`}
							onClick={() => bringBack(followUp)}
						>
							{i18n.t("followUp.bringBack")}
						</Button>
					</li>
				))}
			</ul>
		</details>
	);
}

const settledAt = ({ contactedAt, dismissedAt, foundAt }: FollowUp): number =>
	dismissedAt ?? contactedAt ?? foundAt;

const whatOf = ({ dismissedBecause }: FollowUp): string =>
	dismissedBecause
		? i18n.t(`followUp.because.${messageKey(dismissedBecause)}`)
		: i18n.t("followUp.page.funnel.contacted");
