import type { Purpose } from "@/lib/core/http";
import type { RowPage } from "@/lib/core/known-rows";
import type { EgressEntry, EgressState } from "./entry";

/** Which requests are meant. What is absent does not matter. Times are ms since the epoch. */
export type EgressFilter = {
	host?: string;
	kind?: Purpose["kind"];
	name?: string;
	state?: EgressState;
	/** Words that are part of host, path, purpose, fields, status or failure, in any case. */
	text?: string;
	/** Sent at or after. */
	since?: number;
	/** Sent before. */
	until?: number;
};

export type EgressPage = RowPage<EgressEntry>;

/** How much is logged, and what there is to filter by. */
export type EgressOverview = {
	count: number;
	/** The `seq` of the newest. */
	newest?: number;
	hosts: string[];
	purposes: Purpose[];
};

/** Whether a request is meant by a filter. */
export function matches(entry: EgressEntry, filter: EgressFilter): boolean {
	const { host, kind, name, state, text, since, until } = filter;
	if (host !== undefined && entry.host !== host) return false;
	if (kind !== undefined && entry.kind !== kind) return false;
	if (name !== undefined && entry.name !== name) return false;
	if (state !== undefined && entry.state !== state) return false;
	if (since !== undefined && entry.at < since) return false;
	if (until !== undefined && entry.at >= until) return false;
	return !text || holds(entry, text);
}

function holds(entry: EgressEntry, text: string): boolean {
	const { method, host, path, kind, name, fields, status, failure } = entry;
	const all = [method, `${host}${path}`, kind, name, ...fields, status, failure].join(" ").toLowerCase();
	return text
		.toLowerCase()
		.split(/\s+/)
		.every((word) => all.includes(word));
}
