import type { Purpose } from "@/lib/core/http";
import type { EgressEntry } from "./entry";
import type { EgressOverview } from "./filter";

/** How many requests, oldest first, there are, and what they can be filtered by, in its order. */
export function overviewOf(entries: readonly EgressEntry[]): EgressOverview {
	const hosts = new Set<string>();
	const purposes = new Map<string, Purpose>();
	for (const { host, kind, name } of entries) {
		hosts.add(host);
		purposes.set(`${kind} ${name}`, { kind, name });
	}
	const newest = entries.at(-1)?.seq;
	return {
		count: entries.length,
		...(newest !== undefined && { newest }),
		hosts: [...hosts].sort(),
		purposes: [...purposes.keys()].sort().flatMap((key) => purposes.get(key) ?? []),
	};
}
