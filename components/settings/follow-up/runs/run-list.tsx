import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { useFormat } from "@/components/format/use-format";
import { Badge } from "@/components/ui/badge";
import type { FollowUpRun, SkipReason } from "@/lib/followup/follow-up";
import { SettingsSection } from "../../settings-section";
import { bySize } from "./by-size";

/** The last runs: when, how they were started, what they found, and why they left others alone. */
export function RunList({ runs }: { runs: readonly FollowUpRun[] }) {
	return (
		<SettingsSection anchor="runs" title={i18n.t("followUp.page.runs.title")}>
			{runs.length === 0 ? (
				<p className="text-ink-soft">{i18n.t("followUp.page.runs.none")}</p>
			) : (
				<ul className="divide-y divide-line">
					{runs.map((run) => (
						<li key={run.id} className="py-2.5 first:pt-0 last:pb-0">
							<Run run={run} />
						</li>
					))}
				</ul>
			)}
		</SettingsSection>
	);
}

function Run({ run: { startedAt, endedAt, by, done, found, skipped, kept } }: { run: FollowUpRun }) {
	const format = useFormat();
	const left = bySize(Object.entries(skipped) as [SkipReason, number][]);
	const facts = [
		`${i18n.t("followUp.page.runs.looked")}: ${format.number(done)}`,
		`${i18n.t("followUp.page.runs.found")}: ${format.number(found)}`,
	];
	return (
		<>
			<p className="flex flex-wrap items-center gap-x-2 gap-y-1">
				<span className="font-medium">{format.moment(new Date(startedAt).toISOString())}</span>
				<Badge>{i18n.t(`followUp.page.runs.starts.${messageKey(by)}`)}</Badge>
				{endedAt === undefined && <Badge tone="accent">{i18n.t("followUp.page.runs.unfinished")}</Badge>}
			</p>
			<p className="text-ink-soft tabular-nums">{facts.join(" · ")}</p>
			{kept > 0 && <p className="text-warn">{i18n.t("followUp.page.runs.kept", kept)}</p>}
			{left.length > 0 && (
				<details>
					<summary className="w-fit text-[0.93rem] text-ink-soft hover:text-ink">
						{i18n.t("followUp.page.runs.skipped")}
					</summary>
					<ul className="mt-1 pl-4 text-[0.93rem]">
						{left.map(([reason, count]) => (
							<li key={reason} className="tabular-nums">
								{i18n.t(`followUp.skipped.${messageKey(reason)}`)}: {format.number(count)}
							</li>
						))}
					</ul>
				</details>
			)}
		</>
	);
}
