import { type CallFilter, type CallState, callStates } from "@/lib/functions/call-log";
import type { ListPlace } from "../../use-list-place";

/** What the list shows; what is empty or absent does not matter. */
export type CallView = { state?: CallState; name: string; text: string };

export const everything: CallView = { name: "", text: "" };

/** Reads a target such as `:calls/failed?name=check_order` or `:call:17`. What cannot be read does not matter. */
export function callPlaceOf(target: string): ListPlace<CallView> {
	const [, seq] = /^:call:(\d{1,16})$/.exec(target) ?? [];
	if (seq !== undefined) return { seq: Number(seq) };
	const [, word = "", query = ""] = /^:calls\/?([a-z]*)\??(.*)$/s.exec(target) ?? [];
	const parameters = new URLSearchParams(query);
	const state = callStates.find((one) => one === word);
	return {
		view: {
			...(state && { state }),
			name: parameters.get("name") ?? "",
			text: parameters.get("text") ?? "",
		},
	};
}

/** The target of a view, as `callPlaceOf` reads it. */
export function targetOf({ state, ...view }: CallView): string {
	const query = new URLSearchParams(Object.entries(view).filter(([, value]) => value !== "")).toString();
	return [":calls", state && `/${state}`, query && `?${query}`].filter(Boolean).join("");
}

export const targetOfCall = (seq: number): string => `:call:${seq}`;

/** Where a call is filled in to be made again. */
export const targetOfAgain = (seq: number): string => `:again:${seq}`;

/** The filter a view means. */
export const filterOf = ({ state, name, text }: CallView): CallFilter => ({
	...(state && { state }),
	...(name && { name }),
	...(text.trim() && { text: text.trim() }),
});

export const isNarrowed = (view: CallView): boolean => targetOf(view) !== ":calls";
