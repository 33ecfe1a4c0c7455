import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import type { FollowUp } from "@/lib/followup/follow-up";

type PutAsideListProps = {
	summary: string;
	followUps: readonly FollowUp[];
	/** A line about each: until when, or what became of it. */
	about(followUp: FollowUp): string;
	bringBack(followUp: FollowUp): void;
};

/** Follow-ups that are not on the list now, folded, with the way to have them back at once. */
export function PutAsideList({ summary, followUps, about, bringBack }: PutAsideListProps) {
	if (followUps.length === 0) return null;
	return (
		<details className="m-3 rounded-xl border border-line bg-surface px-3 py-2">
			<summary className="text-ink-soft">{summary}</summary>
			<ul className="mt-1.5 divide-y divide-line">
				{followUps.map((followUp) => (
					<li key={followUp.id} className="flex items-center gap-2 py-1.5">
						<span className="min-w-0 flex-1">
							<span className="block break-words">{followUp.name}</span>
							<span className="block text-[0.86rem] text-ink-soft">{about(followUp)}</span>
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
