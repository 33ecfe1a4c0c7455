import { foundHere, foundInLink, linkMatcher } from "@/lib/contacts/find-in-links";
import { firstDistinct } from "@/lib/core/first-distinct";
import { ok } from "@/lib/core/result";
import { findInCards } from "@/lib/crm/find-in-cards";
import { foundProducts, mostProducts, type ProductsFound } from "@/lib/crm/found-products";
import { handle } from "@/lib/messaging/server";
import { customerLinks } from "@/lib/platform/customer-links";
import { cards } from "@/lib/platform/database";
import { listDeliveries } from "@/lib/platform/deliveries";
import type { CrmSearch } from "./crm-search";

/** So many results of a kind are shown in the search over everything. */
const mostLocal = 5;
const mostResults = 50;

/** The messages that search: the CRM, and what is known here. */
export function setupSearchMessages(search: CrmSearch): void {
	handle("searchProducts", async ({ tabId, query }) => {
		const asked = { query, limit: mostProducts };
		const found = await search(`products ${tabId}`, "search_Products", asked);
		if (!found.ok) return found;
		return ok(found.value?.kind === "products" ? foundProducts(found.value) : nothingFound);
	});
	handle("searchEverywhere", async ({ place, query }) => {
		const found = await search(`everywhere ${place}`, "globalSearch", { query, limit: mostResults });
		if (!found.ok) return found;
		return ok(found.value?.kind === "results" ? firstDistinct(found.value.results, mostResults).shown : null);
	});
	handle("searchLocally", async ({ query }) => {
		const [allCards, links, deliveries] = await Promise.all([
			cards.all(),
			customerLinks.find(linkMatcher(query), mostLocal),
			listDeliveries({ text: query }, { limit: mostLocal }),
		]);
		const customers = foundHere(findInCards(allCards, query, mostLocal), links.flatMap(foundInLink));
		return { customers: firstDistinct(customers, mostLocal).shown, deliveries: deliveries.rows };
	});
}

const nothingFound: ProductsFound = { products: [], total: 0, problems: [] };
