import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Result } from "@/lib/core/result";
import type { CrmFailure } from "@/lib/crm/failure";
import type { SearchResult } from "@/lib/crm/read-results-answer";
import { sendMessage } from "@/lib/messaging/client";
import type { FoundHere } from "@/lib/messaging/protocol";
import { internalFailure } from "./internal-failure";

/** Null: no endpoint is set for it. */
type InCrm = Result<SearchResult[] | null, CrmFailure>;

export type Everywhere = {
	/** Found in this browser; undefined until the first answer. */
	here?: FoundHere;
	/** Found in the CRM for exactly this query; undefined while it is asked. */
	crm?: InCrm;
	retry(): void;
};

/** Searches what is known here and, at the same time, the CRM. Answers belong to their query: the last one wins. */
export function useEverywhere(query: string): Everywhere {
	const [place] = useState(() => crypto.randomUUID());
	const enabled = query !== "";
	const here = useQuery({
		queryKey: ["found-here", query],
		queryFn: () => sendMessage("searchLocally", { query }),
		enabled,
		gcTime: 0,
		placeholderData: enabled ? keepPreviousData : undefined,
	});
	const crm = useQuery<InCrm>({
		queryKey: ["found-in-crm", place, query],
		// With the signal taken, the answer to a query that was left is dropped.
		queryFn: ({ signal: _ }) => searchCrm(place, query),
		enabled,
		gcTime: 0,
	});
	// A search nobody waits for any more is ended.
	useEffect(() => {
		if (!enabled) return;
		return () => void searchCrm(place, "");
	}, [place, enabled]);
	return {
		here: here.data,
		crm: crm.isFetching ? undefined : crm.data,
		retry: () => void crm.refetch(),
	};
}

const searchCrm = (place: string, query: string): Promise<InCrm> =>
	sendMessage("searchEverywhere", { place, query }).catch(internalFailure);
