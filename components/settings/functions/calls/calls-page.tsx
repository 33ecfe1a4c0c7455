import { History } from "lucide-react";
import { useMemo } from "react";
import { i18n } from "#i18n";
import { useFunctionCallAmount } from "@/components/hooks/use-function-calls";
import { useNow } from "@/components/hooks/use-now";
import { useFunctionCallList } from "@/components/hooks/use-row-list";
import type { CustomFunction } from "@/lib/functions/definition";
import { useTimes } from "../../deliveries/use-times";
import { EmptyPage } from "../../empty-page";
import { RowList } from "../../row-list";
import { useListPlace } from "../../use-list-place";
import { CallCommands } from "./call-commands";
import { CallDetail } from "./call-detail";
import { CallFilters } from "./call-filters";
import { CallRow, rowHeight } from "./call-row";
import { callPlaceOf, everything, filterOf, isNarrowed, targetOf } from "./view";

/** Every call of a function: with what, who agreed, and what came of it. */
export function CallsPage({ functions }: { functions: readonly CustomFunction[] }) {
	const { data: amount } = useFunctionCallAmount();
	if (!amount) return null;
	return (
		<>
			<p className="mb-5 max-w-[65ch] text-ink-soft">{i18n.t("functionCalls.intro")}</p>
			{amount.count === 0 ? (
				<EmptyPage
					icon={History}
					title={i18n.t("functionCalls.empty.title")}
					text={i18n.t("functionCalls.empty.text")}
				/>
			) : (
				<Calls version={`${amount.count} ${amount.newest}`} functions={functions} />
			)}
		</>
	);
}

function Calls({ version, functions }: { version: string; functions: readonly CustomFunction[] }) {
	const { view, seq } = useListPlace(callPlaceOf, everything);
	const filter = useMemo(() => filterOf(view), [view]);
	const list = useFunctionCallList(filter, version);
	const times = useTimes();
	const now = useNow();
	return (
		<section
			aria-label={i18n.t("functionCalls.tabs.calls")}
			className="overflow-clip rounded-2xl border border-line bg-surface"
		>
			<CallFilters view={view} functions={functions} />
			<CallCommands filter={filter} narrowed={isNarrowed(view)} />
			<RowList
				list={list}
				label={i18n.t("functionCalls.tabs.calls")}
				rowHeight={rowHeight}
				viewKey={JSON.stringify(view)}
				words={{
					unreadable: i18n.t("settings.activity.unreadable"),
					searching: i18n.t("settings.deliveries.searching"),
					nothing: i18n.t("functionCalls.nothing"),
				}}
			>
				{(entry, place) => <CallRow key={entry.seq} entry={entry} place={place} times={times} now={now} />}
			</RowList>
			{seq !== undefined && <CallDetail key={seq} seq={seq} back={targetOf(view)} functions={functions} />}
		</section>
	);
}
