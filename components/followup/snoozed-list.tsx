import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useNow } from "@/components/hooks/use-now";
import { Button } from "@/components/ui/button";
import type { FollowUp } from "@/lib/followup/follow-up";

type SnoozedListProps = { snoozed: readonly FollowUp[]; bringBack(followUp: FollowUp): void };

/** What was put off, folded, with the way to have it back at once. */
export function SnoozedList({ snoozed, bringBack }: SnoozedListProps) {
	const format = useFormat();
	const now = useNow();
	if (snoozed.length === 0) return null;
	return (
		<details className="m-3 rounded-xl border border-line bg-surface px-3 py-2">
			<summary className="text-ink-soft">{i18n.t("followUp.snoozed", snoozed.length)}</summary>
			<ul className="mt-1.5 divide-y divide-line">
				{snoozed.map((followUp) => (
					<li key={followUp.id} className="flex items-center gap-2 py-1.5">
						<span className="min-w-0 flex-1">
							<span className="block break-words">{followUp.name}</span>
							<span className="block text-[0.86rem] text-ink-soft">
								{i18n.t("followUp.backOn", [format.ago(followUp.snoozedUntil ?? now, now)])}
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
