import type { Locator, Page } from "@playwright/test";
import { found, json, nobody } from "./replies";
import { customerPath, type Stage } from "./stage";

/** The path of the search endpoint in the scripted CRM. */
export const searchPath = "/find-customer";

export const nora = {
	id: "77",
	name: "Nora Vidal",
	email: "nora@designs.example",
	phone: "+34 622 000 001",
	currency: "EUR",
	ordersCount: 4,
	totalSpent: 812.5,
	address: "Calle Mayor 3, Madrid",
};

/** A CRM that knows Nora by her id alone, and finds customers. */
export async function connectSearch(stage: Stage, customers: unknown[] = [nora]): Promise<void> {
	const { crm, connect, tool } = stage;
	crm.answer(customerPath, ({ body }) => (JSON.parse(body).customer_id === nora.id ? found(nora) : nobody));
	crm.answer(searchPath, json({ found: customers.length > 0, customers }));
	await connect();
	const endpoint = { type: "sidePanel_CustomerFindToJoin", url: `${crm.url}${searchPath}`, method: "POST" };
	await tool("update_crm_endpoints", { add_crm_endpoint: endpoint });
}

/** What a request to the CRM asked for. */
export const asked = (stage: Stage, path: string): Record<string, unknown>[] =>
	stage.crm.received(path).map(({ body }) => JSON.parse(body));

export const searchField = (panel: Page): Locator => panel.getByRole("combobox", { name: "Search your CRM" });

export const results = (panel: Page): Locator => panel.getByRole("grid").getByRole("row");

/** Opens the search and types. */
export async function searchFor(panel: Page, query: string): Promise<void> {
	await panel.getByRole("button", { name: "Find the customer" }).click();
	await searchField(panel).fill(query);
}
