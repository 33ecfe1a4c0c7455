import { Radio } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { i18n } from "#i18n";
import { useEgressOverview } from "@/components/hooks/use-egress";
import { useNow } from "@/components/hooks/use-now";
import { useEgressList } from "@/components/hooks/use-row-list";
import type { EgressOverview } from "@/lib/egress/filter";
import { useTimes } from "../deliveries/use-times";
import { RowList } from "../row-list";
import { usePlace } from "../shell/use-place";
import { ActivityCommands } from "./activity-commands";
import { ActivityDetail } from "./activity-detail";
import { ActivityFilters } from "./activity-filters";
import { ActivityRow, rowHeight } from "./activity-row";
import { type ActivityView, activityPlaceOf, everything, filterOf, isNarrowed, targetOf } from "./view";

/** Every request that left this browser: where to, what for, which fields, and how it went. */
export default function ActivityPage() {
	const { data: overview } = useEgressOverview();
	if (!overview) return null;
	return (
		<>
			<p className="mb-5 max-w-[65ch] text-ink-soft">{i18n.t("settings.activity.intro")}</p>
			{overview.count === 0 ? <NothingSent /> : <Requests overview={overview} />}
		</>
	);
}

function Requests({ overview }: { overview: EgressOverview }) {
	const { view, seq } = useActivityPlace();
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

/** What the URL says. Under an opened request the list stays as it was. */
function useActivityPlace(): { view: ActivityView; seq?: number } {
	const { target } = usePlace();
	const place = useMemo(() => activityPlaceOf(target), [target]);
	const [view, setView] = useState("view" in place ? place.view : everything);
	useEffect(() => {
		if ("view" in place) setView(place.view);
	}, [place]);
	return "view" in place ? place : { view, seq: place.seq };
}

function NothingSent() {
	return (
		<div className="flex flex-col items-center gap-1 rounded-2xl border border-line bg-surface px-6 py-14 text-center">
			<div className="mb-3 grid size-14 place-items-center rounded-2xl bg-accent-soft text-accent-ink">
				<Radio aria-hidden className="size-7" strokeWidth={1.6} />
			</div>
			<h2 className="font-semibold text-[1.15rem]">{i18n.t("settings.activity.empty.title")}</h2>
			<p className="max-w-[46ch] text-balance text-ink-soft">{i18n.t("settings.activity.empty.text")}</p>
		</div>
	);
}
