import { createLatest } from "@/lib/core/latest";
import { fail, ok, type Result } from "@/lib/core/result";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import type { CrmFailure } from "@/lib/crm/failure";
import type { EndpointAnswer } from "@/lib/crm/read-answer";
import { storedEndpoint } from "@/lib/settings/stored-endpoint";
import type { Services } from "./services";

/**
 * Asks the CRM for what is typed in a place, such as the products tab of one panel, and ends the search of that place
 * before it. Null where the query is empty or no endpoint of the type is set.
 */
export type CrmSearch = (
	place: string,
	type: EndpointType,
	asked: { query: string; limit: number; phone?: string },
) => Promise<Result<EndpointAnswer | null, CrmFailure>>;

export function createCrmSearch({ settings, search }: Pick<Services, "settings" | "search">): CrmSearch {
	const latest = createLatest();
	return (place, type, { query, ...more }) =>
		latest.run(place, async (signal) => {
			const wanted = query.trim();
			if (wanted === "") return ok(null);
			try {
				const endpoint = await storedEndpoint(settings, type);
				if (!endpoint) return ok(null);
				const purpose = { kind: "crm", name: type } as const;
				return await search(endpoint, { ...more, query: wanted }, { signal, purpose });
			} catch (error) {
				return fail({ reason: "internal", detail: String(error) });
			}
		});
}
