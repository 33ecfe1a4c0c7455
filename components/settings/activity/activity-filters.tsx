import { X } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import type { Purpose } from "@/lib/core/http";
import { egressStates } from "@/lib/egress/entry";
import type { EgressOverview } from "@/lib/egress/filter";
import { DayFields, SearchField } from "../filter-fields";
import { hrefOf } from "../shell/place";
import { purposeName } from "./activity-words";
import { type ActivityView, everything, isNarrowed, purposeIn, purposeText, targetOf } from "./view";

/** Shows a view, in place of the one before: the way back leads to the page before this one. */
function showView(view: ActivityView): void {
	location.replace(hrefOf({ route: "activity", target: targetOf(view) }));
}

/** What the list shows. All of it stands in the URL. */
export function ActivityFilters({ view, overview }: { view: ActivityView; overview: EgressOverview }) {
	return (
		<div className="grid grid-cols-2 gap-2 border-line border-b px-4 py-3 lg:grid-cols-3">
			<SearchField
				label={i18n.t("settings.activity.filters.search")}
				hint={i18n.t("settings.activity.filters.searchHint")}
				value={view.text}
				search={(text) => showView({ ...view, text })}
			/>
			<Select
				className="col-span-2 sm:col-span-1"
				aria-label={i18n.t("settings.activity.filters.host")}
				value={view.host}
				onChange={({ target: { value } }) => showView({ ...view, host: value })}
			>
				<option value="">{i18n.t("settings.activity.filters.anyHost")}</option>
				{withChosen(overview.hosts, view.host).map((host) => (
					<option key={host}>{host}</option>
				))}
			</Select>
			<Select
				className="col-span-2 sm:col-span-1"
				aria-label={i18n.t("settings.activity.filters.purpose")}
				value={view.purpose ? purposeText(view.purpose) : ""}
				onChange={({ target: { value } }) => {
					const { purpose: _, ...rest } = view;
					const purpose = purposeIn(value);
					showView({ ...rest, ...(purpose && { purpose }) });
				}}
			>
				<option value="">{i18n.t("settings.activity.filters.anyPurpose")}</option>
				{purposes(overview, view).map((purpose) => (
					<option key={purposeText(purpose)} value={purposeText(purpose)}>
						{purposeName(purpose)}
					</option>
				))}
			</Select>
			<Select
				className="col-span-2 lg:col-span-1"
				aria-label={i18n.t("settings.activity.filters.state")}
				value={view.state ?? ""}
				onChange={({ target: { value } }) => {
					const { state: _, ...rest } = view;
					const state = egressStates.find((one) => one === value);
					showView({ ...rest, ...(state && { state }) });
				}}
			>
				<option value="">{i18n.t("settings.activity.filters.anyState")}</option>
				{egressStates.map((state) => (
					<option key={state} value={state}>
						{i18n.t(`settings.activity.states.${state}`)}
					</option>
				))}
			</Select>
			<DayFields days={view} change={(days) => showView({ ...view, ...days })} />
			{isNarrowed(view) && (
				<Button look="quiet" className="col-span-2 lg:col-span-3" onClick={() => showView(everything)}>
					<X aria-hidden />
					{i18n.t("settings.deliveries.filters.clear")}
				</Button>
			)}
		</div>
	);
}

/** What is chosen can be seen, also when none of it is logged any more. */
const withChosen = (hosts: readonly string[], chosen: string): string[] =>
	chosen === "" || hosts.includes(chosen) ? [...hosts] : [chosen, ...hosts];

function purposes(overview: EgressOverview, { purpose }: ActivityView): Purpose[] {
	const known = overview.purposes.some(({ kind, name }) => kind === purpose?.kind && name === purpose.name);
	return purpose && !known ? [purpose, ...overview.purposes] : overview.purposes;
}
