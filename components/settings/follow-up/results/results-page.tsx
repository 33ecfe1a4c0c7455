import { Download } from "lucide-react";
import { useMemo, useState } from "react";
import { i18n } from "#i18n";
import { saveFile } from "@/components/hooks/save-file";
import { useFunnel } from "@/components/hooks/use-funnel";
import { useNow } from "@/components/hooks/use-now";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { FunnelReport } from "@/lib/followup/follow-up";
import { type FunnelSpan, funnelBuckets, spanStart } from "@/lib/followup/funnel-buckets";
import { funnelCsv, funnelJson } from "@/lib/followup/funnel-export";
import { SettingsSection } from "../../settings-section";
import { FunnelTable } from "./funnel-table";
import { GroupTables } from "./group-tables";
import { ReasonTables } from "./reason-tables";
import { TimeChart } from "./time-chart";

const spans: readonly FunnelSpan[] = [30, 90];

/** What came of the follow-ups: as bars and in numbers, along whatever they can be told, and as a file. */
export function ResultsPage() {
	const now = useNow();
	const [span, choose] = useState<FunnelSpan>(30);
	const since = spanStart(span, now);
	const { data: report } = useFunnel(since);
	const buckets = useMemo(() => report && funnelBuckets(report.byDay, span, now), [report, span, now]);
	return (
		<SettingsSection anchor="results" title={i18n.t("followUp.page.funnel.title")}>
			<div className="mb-5 flex flex-wrap items-center gap-2">
				<div className="flex rounded-lg bg-sunken p-0.5">
					{spans.map((days) => (
						<button
							key={days}
							type="button"
							aria-pressed={days === span}
							onClick={() => choose(days)}
							className={classNames(
								"rounded-md px-2.5 py-0.5 text-[0.93rem]",
								days === span ? "bg-surface font-medium shadow-sm" : "text-ink-soft hover:text-ink",
							)}
						>
							{i18n.t("followUp.page.funnel.days", [String(days)])}
						</button>
					))}
				</div>
				{report && <Exports report={report} since={since} />}
			</div>
			{report && report.total.found === 0 && (
				<p className="text-ink-soft">{i18n.t("followUp.page.funnel.none")}</p>
			)}
			{report && report.total.found > 0 && (
				<>
					<FunnelTable counts={report.total} />
					{buckets && <TimeChart buckets={buckets} span={span} />}
					<GroupTables report={report} />
				</>
			)}
			{report && <ReasonTables {...report} />}
		</SettingsSection>
	);
}

const exports = {
	csv: { type: "text/csv", text: (report: FunnelReport) => funnelCsv(report) },
	json: { type: "application/json", text: funnelJson },
} as const;

function Exports({ report, since }: { report: FunnelReport; since: number }) {
	return (
		<div className="ml-auto flex flex-wrap gap-1">
			{(["csv", "json"] as const).map((format) => (
				<Button
					key={format}
					size="small"
					look="quiet"
					onClick={() => {
						const { type, text } = exports[format];
						saveFile(new Blob([text(report, { since, until: Date.now() })], { type }), "follow-up", format);
					}}
				>
					<Download aria-hidden />
					{i18n.t(`followUp.page.funnel.export.${format}`)}
				</Button>
			))}
		</div>
	);
}
