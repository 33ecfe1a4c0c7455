import type { Purpose } from "@/lib/core/http";
import { type EgressState, egressStates, isPurposeKind } from "@/lib/egress/entry";
import type { EgressFilter } from "@/lib/egress/filter";
import { dayIn, startOfDay } from "../days";
import type { ListPlace } from "../use-list-place";

/** What the list shows. Days are local, `YYYY-MM-DD`; what is empty or absent does not matter. */
export type ActivityView = {
	state?: EgressState;
	purpose?: Purpose;
	host: string;
	text: string;
	from: string;
	to: string;
};

export const everything: ActivityView = { host: "", text: "", from: "", to: "" };

/** Reads a target such as `failed?host=crm.example.com&purpose=crm:globalSearch` or `id:17`. What cannot be read does not matter. */
export function activityPlaceOf(target: string): ListPlace<ActivityView> {
	const [, seq] = /^id:(\d{1,16})$/.exec(target) ?? [];
	if (seq !== undefined) return { seq: Number(seq) };
	const [word = "", query] = target.split("?", 2);
	const parameters = new URLSearchParams(query);
	const state = egressStates.find((one) => one === word);
	const purpose = purposeIn(parameters.get("purpose") ?? "");
	return {
		view: {
			...(state && { state }),
			...(purpose && { purpose }),
			host: parameters.get("host") ?? "",
			text: parameters.get("text") ?? "",
			from: dayIn(parameters.get("from")),
			to: dayIn(parameters.get("to")),
		},
	};
}

/** The target of a view, as `activityPlaceOf` reads it. */
export function targetOf({ state, purpose, ...view }: ActivityView): string {
	const given = Object.entries(view).filter(([, value]) => value !== "");
	if (purpose) given.push(["purpose", purposeText(purpose)]);
	const query = new URLSearchParams(given).toString();
	return query ? `${state ?? "all"}?${query}` : (state ?? "");
}

export const targetOfEntry = (seq: number): string => `id:${seq}`;

/** A purpose as a URL and a choice have it. */
export const purposeText = ({ kind, name }: Purpose): string => `${kind}:${name}`;

export function purposeIn(text: string): Purpose | undefined {
	const [, kind = "", name = ""] = /^([a-z-]+):(.+)$/.exec(text) ?? [];
	return isPurposeKind(kind) ? { kind, name } : undefined;
}

/** The filter a view means. The day `to` is meant as a whole. */
export function filterOf({ state, purpose, host, text, from, to }: ActivityView): EgressFilter {
	return {
		...(state && { state }),
		...purpose,
		...(host && { host }),
		...(text.trim() && { text: text.trim() }),
		...(from && { since: startOfDay(from) }),
		...(to && { until: startOfDay(to, 1) }),
	};
}

export const isNarrowed = (view: ActivityView): boolean => targetOf(view) !== "";
