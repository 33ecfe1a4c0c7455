import { fail, ok, type Result } from "@/lib/core/result";
import type { Endpoint } from "@/lib/crm/endpoint";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import type { CrmFailure } from "@/lib/crm/failure";
import { foundProducts, mostProducts, type ProductsFound } from "@/lib/crm/found-products";
import type { EndpointAnswer } from "@/lib/crm/read-answer";
import { handle } from "@/lib/messaging/server";
import type { Services } from "./services";

/** The messages that search the CRM. Of the searches of one place, only the last one typed goes on. */
export function setupSearchMessages({ settings, searchEndpoint }: Services): void {
	const running = new Map<string, AbortController>();

	/** Ends the search of that place before it. Null where none is to follow, or no endpoint is set. */
	async function search(
		place: string,
		type: EndpointType,
		{ query, limit }: { query: string; limit: number },
	): Promise<Result<EndpointAnswer | null, CrmFailure>> {
		running.get(place)?.abort();
		running.delete(place);
		if (query === "") return ok(null);
		const controller = new AbortController();
		running.set(place, controller);
		try {
			const endpoint = await endpointOf(type);
			if (!endpoint) return ok(null);
			const purpose = { kind: "crm", name: type } as const;
			return await searchEndpoint(endpoint, { query, limit }, { signal: controller.signal, purpose });
		} catch (error) {
			return fail({ reason: "internal", detail: String(error) });
		} finally {
			if (running.get(place) === controller) running.delete(place);
		}
	}

	async function endpointOf(type: EndpointType): Promise<Endpoint | undefined> {
		const read = await settings.read();
		return read.ok ? read.value.crm_endpoints.find((endpoint) => endpoint.type === type) : undefined;
	}

	handle("searchProducts", async ({ tabId, query }) => {
		const asked = { query: query.trim(), limit: mostProducts };
		const found = await search(`products ${tabId}`, "search_Products", asked);
		if (!found.ok) return found;
		return ok(found.value?.kind === "products" ? foundProducts(found.value) : nothingFound);
	});
}

const nothingFound: ProductsFound = { products: [], total: 0, problems: [] };
