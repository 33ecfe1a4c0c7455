import { describe, expect, it } from "vitest";
import { odooRpc } from "@/lib/crm/presets/odoo-rpc";
import { maskedRequest } from "@/lib/crm/request";
import fixture from "@/tests/fixtures/presets/odoo.json";
import { asked, call, endpointOf, readCustomer, readCustomers, readThrough, requestsOf } from "./preset-run";
import { values } from "./values";

const info = endpointOf(odooRpc, "sidePanel_CustomerInfo", values.odooRpc ?? {});

const answer = (result: unknown) => ({ jsonrpc: "2.0", id: 1, result });
const error = {
	jsonrpc: "2.0",
	id: 1,
	error: {
		code: 200,
		message: "Odoo Server Error",
		data: { name: "odoo.exceptions.AccessError", message: "You are not allowed to access this." },
	},
};
const signedIn = answer(2);

describe("the customer of Odoo 14 to 18", () => {
	it("is the contact, with their sales orders", async () => {
		const answers = [signedIn, answer(fixture.partners), answer(fixture.orders)];
		const customer = await readCustomer(info, answers);
		expect(customer).toMatchObject({
			id: "42",
			name: "Ana Robledo",
			email: "ana.robledo@example.com",
			phone: "+34 612 34 56 78",
			shopUrl: "https://robledo.odoo.com/web#id=42&model=res.partner&view_type=form",
			currency: "EUR",
			ordersCount: 1,
			totalSpent: 1250.5,
		});
		expect(customer.orders).toMatchObject([
			{ name: "S00902", state: "draft" },
			{
				name: "S00901",
				date: "2026-10-01T10:00:00.000Z",
				amount: 1250.5,
				state: "sale",
				url: "https://robledo.odoo.com/web#id=901&model=sale.order&view_type=form",
			},
			{ name: "S00900", state: "cancelled" },
		]);
		expect((await requestsOf(info, answers))[2]?.body).toMatchObject({
			params: { args: ["robledo", 2, "t", "sale.order", "search_read", [[["partner_id", "=", 42]]], {}] },
		});
	});

	it("has no orders and no sums when sales may not be read, which Odoo says with status 200", async () => {
		const customer = await readCustomer(info, [signedIn, answer(fixture.partners), error]);
		expect(customer).toMatchObject({ name: "Ana Robledo", orders: [] });
		expect(customer.ordersCount).toBeUndefined();
	});

	it("may lack nearly everything", async () => {
		expect(await readCustomer(info, [signedIn, answer(fixture.minimal), answer([])])).toMatchObject({
			id: "7",
			name: "Robledo",
			email: undefined,
			ordersCount: 0,
			orders: [],
		});
	});

	it("is nobody when no contact has the number", async () => {
		expect(await readCustomers(info, [signedIn, answer([])])).toMatchObject({ found: false, problems: [] });
	});

	it.each([
		["Odoo refuses to tell", [signedIn, error], "You are not allowed to access this."],
		["there is no such database", [error], "You are not allowed to access this."],
		["the key is wrong", [answer(false), error], "You are not allowed to access this."],
		["the key is wrong, and no more is said", [answer(false), answer([])], "Odoo does not know this user"],
	])("is not taken for nobody when %s, with status 200", async (_case, answers, detail) => {
		expect((await call(info, answers)).result).toMatchObject({
			failure: { reason: "mapping", fault: { detail: expect.stringContaining(detail) } },
		});
	});

	it("is asked for with the key among the arguments, which is masked where it is shown", () => {
		const { body = "" } = maskedRequest(info, asked);
		expect(JSON.parse(body)).toMatchObject({ params: { args: ["robledo", "••••••", "••••••", {}] } });
	});
});

it("finds contacts and products of Odoo 14 to 18", async () => {
	const find = endpointOf(odooRpc, "sidePanel_CustomerFindToJoin", values.odooRpc ?? {});
	expect(await readCustomer(find, [signedIn, answer(fixture.partners)])).toMatchObject({ id: "42" });
	expect((await readCustomers(find, [signedIn, answer([])])).found).toBe(false);
	const search = endpointOf(odooRpc, "search_Products", values.odooRpc ?? {});
	const answers = [signedIn, answer(fixture.products)];
	expect(await readThrough(search, answers)).toMatchObject({
		products: [{ name: "Lamp", price: 19.9, currency: "EUR", sku: "L-1" }, { name: "Bulb" }],
		problems: [],
	});
	expect((await requestsOf(search, answers))[1]?.body).toMatchObject({
		params: { args: ["robledo", 2, "t", "product.template", "search_read", {}, { limit: 10 }] },
	});
});
