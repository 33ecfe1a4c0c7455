import { Radio } from "lucide-react";
import { useMemo } from "react";
import { i18n } from "#i18n";
import { useEgressOverview } from "@/components/hooks/use-egress";
import { useNow } from "@/components/hooks/use-now";
import { useEgressList } from "@/components/hooks/use-row-list";
import type { EgressOverview } from "@/lib/egress/filter";
import { useTimes } from "../deliveries/use-times";
import { EmptyPage } from "../empty-page";
import { RowList } from "../row-list";
import { useListPlace } from "../use-list-place";
import { ActivityCommands } from "./activity-commands";
import { ActivityDetail } from "./activity-detail";
import { ActivityFilters } from "./activity-filters";
import { ActivityRow, rowHeight } from "./activity-row";
import { activityPlaceOf, everything, filterOf, isNarrowed, targetOf } from "./view";

/** Every request that left this browser: where to, what for, which fields, and how it went. */
export default function ActivityPage() {
	const { data: overview } = useEgressOverview();
	if (!overview) return null;
	return (
		<>
			<p className="mb-5 max-w-[65ch] text-ink-soft">{i18n.t("settings.activity.intro")}</p>
			{overview.count === 0 ? (
				<EmptyPage
					icon={Radio}
					title={i18n.t("settings.activity.empty.title")}
					text={i18n.t("settings.activity.empty.text")}
				/>
			) : (
				<Requests overview={overview} />
			)}
		</>
	);
}

function Requests({ overview }: { overview: EgressOverview }) {
	const { view, seq } = useListPlace(activityPlaceOf, everything);
	const filter = useMemo(() => filterOf(view), [view]);
	const list = useEgressList(filter, `${overview.count} ${overview.newest}`);
	const times = useTimes();
	const now = useNow();
	return (
		<section
			aria-label={i18n.t("settings.pages.activity")}
			className="overflow-clip rounded-2xl border border-line bg-surface"
		>
			<ActivityFilters view={view} overview={overview} />
			<ActivityCommands filter={filter} narrowed={isNarrowed(view)} />
			<RowList
				list={list}
				label={i18n.t("settings.activity.list")}
				rowHeight={rowHeight}
				viewKey={JSON.stringify(view)}
				words={{
					unreadable: i18n.t("settings.activity.unreadable"),
					searching: i18n.t("settings.deliveries.searching"),
					nothing: i18n.t("settings.activity.nothing"),
				}}
			>
				{(entry, place) => (
					<ActivityRow key={entry.seq} entry={entry} place={place} times={times} now={now} />
				)}
			</RowList>
			{seq !== undefined && <ActivityDetail key={seq} seq={seq} back={targetOf(view)} />}
		</section>
	);
}
