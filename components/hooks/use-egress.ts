import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { csvHeader, csvLine, exportedEntry } from "@/lib/egress/export";
import type { EgressFilter, EgressPage } from "@/lib/egress/filter";
import { sendMessage } from "@/lib/messaging/client";
import { saveFile } from "./save-file";

const overviewKey = ["egress-overview"];
const refreshEveryMs = 2_000;
const pageSize = 1_000;

/** How many requests are logged and what there is to filter by, kept current while the page is in view. */
export function useEgressOverview() {
	return useQuery({
		queryKey: overviewKey,
		queryFn: () => sendMessage("getEgressOverview"),
		refetchInterval: refreshEveryMs,
	});
}

/** One logged request; null when it is gone. */
export function useEgressEntry(seq: number) {
	return useQuery({
		queryKey: ["egress", seq],
		queryFn: async () => {
			const { rows } = await sendMessage("listEgress", { filter: {}, before: seq + 1, limit: 1 });
			return rows[0]?.seq === seq ? rows[0] : null;
		},
		gcTime: 0,
	});
}

/** Forgets the logged requests a filter means; gives how many. */
export function useRemoveEgress() {
	const client = useQueryClient();
	return useMutation({
		mutationFn: (filter: EgressFilter) => sendMessage("removeEgress", { filter }),
		onSettled: () => client.invalidateQueries({ queryKey: overviewKey }),
	});
}

export const egressFormats = ["json", "csv"] as const;
export type EgressFormat = (typeof egressFormats)[number];

/** Gives the user a file of the requests a filter means, newest first. */
export function useEgressExport() {
	return useMutation({
		async mutationFn({ filter, format }: { filter: EgressFilter; format: EgressFormat }) {
			const pages: EgressPage["rows"][] = [];
			let before: number | undefined;
			do {
				const page: EgressPage = await sendMessage("listEgress", {
					filter,
					limit: pageSize,
					...(before !== undefined && { before }),
				});
				pages.push(page.rows);
				before = page.next;
			} while (before !== undefined);
			const entries = pages.flat();
			const file =
				format === "csv"
					? new Blob([csvHeader, ...entries.map(csvLine)], { type: "text/csv" })
					: new Blob([`${JSON.stringify(entries.map(exportedEntry), null, "\t")}\n`], {
							type: "application/json",
						});
			saveFile(file, "activity", format);
			return entries.length;
		},
	});
}
