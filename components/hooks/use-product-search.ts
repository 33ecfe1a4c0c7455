import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Result } from "@/lib/core/result";
import type { CrmFailure } from "@/lib/crm/failure";
import type { ProductsFound } from "@/lib/crm/found-products";
import { sendMessage } from "@/lib/messaging/client";
import { internalFailure } from "./internal-failure";

type Found = Result<ProductsFound, CrmFailure>;

export type ProductSearch = {
	/** The answer to the query or, while that is awaited, the last one something was found in. */
	found?: Found;
	searching: boolean;
	retry(): void;
};

/**
 * Searches the CRM's products for what is typed in the panel of a tab. `endpoint` is anything that tells whether the
 * endpoint is still the same. The last query wins, whatever comes in which order: an answer belongs to its query.
 */
export function useProductSearch(tabId: number, query: string, endpoint: unknown): ProductSearch {
	const search = useQuery<Found>({
		queryKey: ["products", tabId, query, endpoint],
		// With the signal taken, the answer to a query that was left is dropped.
		queryFn: ({ signal: _ }) => searchProducts(tabId, query),
		enabled: query !== "",
		gcTime: 0,
		placeholderData: (previous) => (query !== "" && previous?.ok ? previous : undefined),
	});
	// A search nobody waits for any more is ended.
	const isEmpty = query === "";
	useEffect(() => {
		if (isEmpty) return;
		return () => void searchProducts(tabId, "");
	}, [tabId, isEmpty]);
	return { found: search.data, searching: search.isFetching, retry: () => void search.refetch() };
}

const searchProducts = (tabId: number, query: string): Promise<Found> =>
	sendMessage("searchProducts", { tabId, query }).catch(internalFailure);
