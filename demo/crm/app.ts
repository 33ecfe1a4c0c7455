import { Hono } from "hono";
import { toAssistantContext } from "./assistant-context";
import type { Database } from "./database";
import { addFunctions } from "./functions";
import { addPages } from "./pages/routes";
import { type Parameters, type Read, readFind, readLookup, readParameters, readSearch } from "./parameters";
import { findCustomerIds, loadCustomers } from "./queries/customers";
import { findCustomers } from "./queries/find-customers";
import { searchEverywhere } from "./queries/global-search";
import { searchProducts } from "./queries/products";
import { refuseStranger } from "./refuse-stranger";

/**
 * The five endpoints of the contract (section 2), for GET and POST alike, two functions for the assistant, and the
 * pages that links lead to.
 * Errors are `{ "error": "a sentence" }`: 400 bad parameters, 401 no or a wrong token, 404, 500.
 *
 * @param baseUrl Where this app is reached, without a slash at the end; links in answers start with it.
 */
export function createApp(database: Database, token: string, baseUrl: string): Hono {
	const app = new Hono();

	/** `read` understands the parameters, `answer` gets them and gives the JSON of status 200. */
	function endpoint<P>(
		path: string,
		read: (parameters: Parameters) => Read<P>,
		answer: (parameters: P) => Promise<object>,
	): void {
		app.on(["GET", "POST"], path, async (context) => {
			const raw = await readParameters(context.req.raw);
			const refused = refuseStranger(context, token, raw.ok ? raw.value : {});
			if (refused) return refused;
			const parameters = raw.ok ? read(raw.value) : raw;
			if (!parameters.ok) return context.json({ error: parameters.error }, 400);
			return context.json(await answer(parameters.value));
		});
	}

	// sidePanel_CustomerInfo
	endpoint("/customer-info", readLookup, async (lookup) => {
		const ids = await findCustomerIds(database, lookup);
		return oneOrSeveral(await loadCustomers(database, baseUrl, ids));
	});

	// ai_CustomerInitialInfo
	endpoint("/customer-context", readLookup, async (lookup) => {
		const ids = await findCustomerIds(database, lookup);
		const customers = await loadCustomers(database, baseUrl, ids);
		return oneOrSeveral(customers.map(toAssistantContext));
	});

	// sidePanel_CustomerFindToJoin
	endpoint("/find-customer", readFind, async (find) => {
		const customers = await findCustomers(database, baseUrl, find);
		return { found: customers.length > 0, customers };
	});

	// search_Products
	endpoint("/products", readSearch, async ({ query, limit }) => ({
		products: await searchProducts(database, baseUrl, query, limit),
	}));

	// globalSearch
	endpoint("/search", readSearch, async ({ query, limit }) => ({
		results: await searchEverywhere(database, baseUrl, query, limit),
	}));

	app.get("/health", async (context) => {
		await database.query("SELECT 1");
		return context.json({ status: "ok" });
	});

	addFunctions(app, database, token);
	addPages(app, database, baseUrl);

	app.notFound((context) =>
		context.json({ error: `There is no ${context.req.method} ${context.req.path}.` }, 404),
	);
	app.onError((error, context) => {
		console.error(`Demo CRM: ${context.req.method} ${context.req.path} failed.`, error);
		return context.json({ error: "The CRM could not answer because of an error of its own." }, 500);
	});
	return app;
}

/** Nobody is an ordinary answer, not an error: status 200 with `found: false`. */
function oneOrSeveral<T>(customers: T[]): object {
	if (customers.length > 1) return { found: true, customers };
	return customers.length === 1 ? { found: true, customer: customers[0] } : { found: false };
}
