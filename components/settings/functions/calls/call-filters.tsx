import { X } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { callStates } from "@/lib/functions/call-log";
import type { CustomFunction } from "@/lib/functions/definition";
import { SearchField } from "../../filter-fields";
import { hrefOf } from "../../shell/place";
import { type CallView, everything, isNarrowed, targetOf } from "./view";

/** Shows a view, in place of the one before: the way back leads to the page before this one. */
function showView(view: CallView): void {
	location.replace(hrefOf({ route: "functions", target: targetOf(view) }));
}

/** What the list shows. All of it stands in the URL. */
export function CallFilters({ view, functions }: { view: CallView; functions: readonly CustomFunction[] }) {
	const names = functions.map(({ name }) => name);
	return (
		<div className="grid grid-cols-2 gap-2 border-line border-b px-4 py-3 lg:grid-cols-3">
			<SearchField
				label={i18n.t("functionCalls.filters.search")}
				hint={i18n.t("functionCalls.filters.searchHint")}
				value={view.text}
				search={(text) => showView({ ...view, text })}
			/>
			<Select
				className="col-span-2 sm:col-span-1"
				aria-label={i18n.t("functionCalls.filters.name")}
				value={view.name}
				onChange={({ target: { value } }) => showView({ ...view, name: value })}
			>
				<option value="">{i18n.t("functionCalls.filters.anyName")}</option>
				{(view.name === "" || names.includes(view.name) ? names : [view.name, ...names]).map((name) => (
					<option key={name}>{name}</option>
				))}
			</Select>
			<Select
				className="col-span-2 sm:col-span-1"
				aria-label={i18n.t("functionCalls.filters.state")}
				value={view.state ?? ""}
				onChange={({ target: { value } }) => {
					const { state: _, ...rest } = view;
					const state = callStates.find((one) => one === value);
					showView({ ...rest, ...(state && { state }) });
				}}
			>
				<option value="">{i18n.t("functionCalls.filters.anyState")}</option>
				{callStates.map((state) => (
					<option key={state} value={state}>
						{i18n.t(`functionCalls.states.${state}`)}
					</option>
				))}
			</Select>
			{isNarrowed(view) && (
				<Button look="quiet" className="col-span-2 lg:col-span-3" onClick={() => showView(everything)}>
					<X aria-hidden />
					{i18n.t("settings.deliveries.filters.clear")}
				</Button>
			)}
		</div>
	);
}
