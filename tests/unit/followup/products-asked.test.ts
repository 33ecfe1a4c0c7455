import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { type AskedServices, createProductsOf } from "@/entrypoints/background/follow-up-questions";
import { fail, ok } from "@/lib/core/result";
import type { Endpoint } from "@/lib/crm/endpoint";
import { localStorageArea } from "@/lib/platform/storage";
import { createSettingsStore } from "@/lib/settings/store";

const endpoint: Endpoint = {
	type: "search_Products",
	url: "https://crm.example.com/products",
	method: "POST",
};
const product = (name: string | undefined) => ({ name, variants: [], more: [] });
const down = fail({ reason: "bad-status", status: 503 } as const);

const settings = createSettingsStore({
	storage: localStorageArea,
	managed: async () => ({}),
	now: () => 0,
});

/** Asks with a CRM that answers so; tells what it was asked. */
async function ask(text: string, answer: unknown) {
	const search = vi.fn(async () => answer);
	const productsOf = createProductsOf({ settings, search } as unknown as AskedServices);
	return { names: await productsOf(text), asked: search.mock.calls as unknown[][] };
}

describe("the shop's names for what was asked about", () => {
	beforeEach(async () => {
		fakeBrowser.reset();
		await settings.update((current) => ({ ...current, crm_endpoints: [endpoint] }), "test");
	});

	it("are those of the products that the CRM finds by the customer's words", async () => {
		const products = [product("Oak table 180 cm"), product(undefined), product("Oak desk")];
		const { names, asked } = await ask("oak table", ok({ kind: "products", products }));
		expect(names).toEqual(["Oak table 180 cm", "Oak desk"]);
		expect(asked).toEqual([[endpoint, { query: "oak table", limit: 10 }, expect.anything()]]);
	});

	it.each([
		["is down", down],
		["answers something else", ok({ kind: "customers", customers: [] })],
		["finds nothing", ok({ kind: "products", products: [] })],
	])("are none when the CRM %s", async (_, answer) => {
		expect((await ask("oak table", answer)).names).toEqual([]);
	});

	it("are not asked for where no product search is set", async () => {
		await settings.update((current) => ({ ...current, crm_endpoints: [] }), "test");
		const { names, asked } = await ask("oak table", down);
		expect(names).toEqual([]);
		expect(asked).toEqual([]);
	});
});
