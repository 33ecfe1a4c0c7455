import { parsePhoneNumberFromString } from "libphonenumber-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cast } from "../../demo/cast";
import { type Crm, createCrm } from "../../demo/crm/crm";
import type { Database } from "../../demo/crm/database";
import { openEmbeddedDatabase } from "../../demo/crm/embedded-database";
import { buildSeed } from "../../demo/crm/seed/build-seed";
import { startCrm } from "../../demo/crm/start";

const token = "secret-of-the-test";
const baseUrl = "http://crm.test";
const now = new Date("2026-03-04T12:00:00Z");
const nobody = "+34600000000";

let database: Database;
let crm: Crm;

beforeAll(async () => {
	database = await openEmbeddedDatabase();
	crm = await createCrm({ database, token, baseUrl: `${baseUrl}/`, now });
}, 60_000);

afterAll(async () => {
	await crm?.close();
	await database?.close();
});

type Parameters = Record<string, string | number | string[] | undefined>;

const headers = { Authorization: `Bearer ${token}` };

async function get(path: string, parameters: Parameters = {}, init: RequestInit = { headers }) {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(parameters)) {
		for (const one of [value ?? []].flat()) query.append(name, String(one));
	}
	return toAnswer(await crm.app.request(`${path}?${query}`, init));
}

async function post(path: string, body: unknown, init: RequestInit = { headers }) {
	const text = typeof body === "string" ? body : JSON.stringify(body);
	return toAnswer(await crm.app.request(path, { ...init, method: "POST", body: text }));
}

async function toAnswer(response: Response) {
	return { status: response.status, body: JSON.parse(await response.text()) };
}

async function count(table: string): Promise<number> {
	const [row] = await database.query<{ count: number }>(`SELECT count(*)::integer AS count FROM ${table}`);
	return row?.count ?? -1;
}

const endpoints: [path: string, parameters: Parameters][] = [
	["/customer-info", { phone: cast.lucia.phone, relatedphones: ["+34911111111", "+34922222222"] }],
	["/customer-context", { phone: cast.lucia.phone }],
	["/find-customer", { query: "carvalho", phone: cast.ines.phone, limit: 3 }],
	["/products", { query: "linen", limit: 3 }],
	["/search", { query: "ortega", limit: 5 }],
];

describe.each(endpoints)("%s", (path, parameters) => {
	it("gives GET and POST the same answer", async () => {
		const fromGet = await get(path, parameters);
		const fromPost = await post(path, parameters);
		expect(fromGet.status).toBe(200);
		expect(fromPost).toEqual(fromGet);
	});

	it("accepts the token as a parameter", async () => {
		const expected = await get(path, parameters);
		expect(await get(path, { ...parameters, token }, {})).toEqual(expected);
		expect(await post(path, { ...parameters, token }, {})).toEqual(expected);
	});

	it.each([
		["no token", {}, {}],
		["a wrong token", { Authorization: "Bearer wrong" }, {}],
		["another scheme", { Authorization: `Basic ${btoa(`user:${token}`)}` }, {}],
		["a wrong parameter", {}, { token: "wrong" }],
		["an empty parameter", {}, { token: "" }],
	])("refuses %s with 401", async (_case, wrongHeaders, wrongParameters) => {
		const refused = await get(path, { ...parameters, ...wrongParameters }, { headers: wrongHeaders });
		expect(refused.status).toBe(401);
		expect(refused.body).toEqual({ error: expect.stringContaining("token") });
		expect((await post(path, { ...parameters, ...wrongParameters }, { headers: wrongHeaders })).status).toBe(
			401,
		);
	});

	it.each(["", "[]", "null", '"text"', "{"])("refuses the body %j with 400", async (body) => {
		expect(await post(path, body)).toEqual({
			status: 400,
			body: { error: "The body must be a JSON object." },
		});
	});

	it("refuses to answer without parameters, naming one", async () => {
		const { status, body } = await get(path);
		expect(status).toBe(400);
		expect(body.error).toMatch(/^(phone|query) is missing/);
	});
});

describe("customer-info", () => {
	it("answers the whole customer, as the contract has it", async () => {
		const { body } = await get("/customer-info", { phone: cast.lucia.phone });
		expect(Object.keys(body)).toEqual(["found", "customer"]);
		const { customer } = body;
		expect(customer).toMatchObject({
			id: "1001",
			name: "Lucía Fernández",
			phone: cast.lucia.phone,
			shopUrl: `${baseUrl}/customers/1001`,
			state: "vip",
			currency: "EUR",
			ordersCount: 14,
			totalRefunded: 59,
			loyaltyPoints: expect.any(Number),
			birthday: "1988-05-14",
			preferredStore: { name: expect.any(String), city: "Madrid" },
		});
		expect(customer.orders).toHaveLength(14);
		expect(customer.orders[0]).toMatchObject({
			state: "paid",
			date: "2026-03-01T08:00:00Z",
			amount: 160.6,
			netAmount: 160.6,
			tracking: [{ carrier: "Correos Express", number: "CX7740018823ES", status: "in transit" }],
		});
		expect(customer.orders[0].items[0]).toMatchObject({
			name: "Linen tablecloth, Añil",
			quantity: 1,
			price: 49.9,
		});
		expect(customer.abandonedCarts).toHaveLength(1);
		expect(customer.abandonedCarts[0].date).toMatch(/^2026-03-03T/);
	});

	it("adds up: items less discount are the amount, orders are the totals", async () => {
		for (const { phone } of [cast.lucia, cast.emma, cast.sofia]) {
			const { customer } = (await get("/customer-info", { phone })).body;
			let spent = 0;
			for (const order of customer.orders) {
				const sum = order.items.reduce((total: number, item: { price: number; quantity: number }) => {
					return total + item.price * item.quantity;
				}, 0);
				expect(order.amount).toBeCloseTo(sum - order.totalDiscounts, 2);
				expect(order.netAmount).toBeCloseTo(
					order.state === "cancelled" ? 0 : order.amount - order.totalRefunded,
					2,
				);
				if (order.state !== "pending" && order.state !== "cancelled") spent += order.amount;
			}
			expect(customer.totalSpent).toBeCloseTo(spent, 2);
			expect(customer.ordersCount).toBe(customer.orders.length);
		}
	});

	it("answers several customers when a number is shared", async () => {
		const { body } = await get("/customer-info", { phone: cast.ortega.phone });
		expect(Object.keys(body)).toEqual(["found", "customers"]);
		expect(body.customers.map((customer: { name: string }) => customer.name)).toEqual([
			"Carmen Ortega",
			"Luis Ortega",
		]);
	});

	it("tells namesakes apart by their number", async () => {
		const { customer: ana } = (await get("/customer-info", { phone: cast.ana.phone })).body;
		const { customer: otherAna } = (await get("/customer-info", { phone: cast.otherAna.phone })).body;
		expect([ana.name, ana.currency]).toEqual(["Ana López", "EUR"]);
		expect([otherAna.name, otherAna.currency]).toEqual(["Ana López", "MXN"]);
		expect(otherAna.id).not.toBe(ana.id);
	});

	it("knows everybody of the cast who is a customer, and nobody else", async () => {
		for (const person of Object.values(cast)) {
			const { body } = await get("/customer-info", { phone: person.phone });
			expect([person.key, body.found]).toEqual([person.key, person.inCrm]);
		}
	});

	it("answers 200 with found false for an unknown number or id", async () => {
		const unknown = { status: 200, body: { found: false } };
		expect(await get("/customer-info", { phone: nobody })).toEqual(unknown);
		expect(await get("/customer-context", { phone: nobody })).toEqual(unknown);
		expect(await get("/customer-info", { customer_id: "9999" })).toEqual(unknown);
	});

	it("lets the linked customer decide alone", async () => {
		const linked = await get("/customer-info", { phone: cast.ortega.phone, customer_id: "1002" });
		expect(linked.body.customer.name).toBe("Marco Bianchi");
		const gone = await get("/customer-info", { phone: cast.lucia.phone, customer_id: "9999" });
		expect(gone.body).toEqual({ found: false });
	});

	it("asks the related phones only when nobody has the phone", async () => {
		const relatedphones = [nobody, cast.marco.phone];
		const related = await get("/customer-info", { phone: nobody, relatedphones });
		expect(related.body.customer.name).toBe("Marco Bianchi");
		const direct = await get("/customer-info", { phone: cast.ines.phone, relatedphones });
		expect(direct.body.customer.name).toBe("Inês Carvalho");
	});

	it("finds a customer by the second phone", async () => {
		const { body } = await get("/customer-info", { phone: "+34912345678" });
		expect(body.customer).toMatchObject({ name: "Lucía Fernández", otherPhones: ["+34912345678"] });
	});

	it("reads a plus that was not encoded, and separators", async () => {
		const response = await crm.app.request(`/customer-info?phone=${cast.lucia.phone}`, { headers });
		expect(await response.json()).toMatchObject({ found: true });
		expect((await get("/customer-info", { phone: "+34 612-345-678" })).body.found).toBe(true);
	});

	it.each([
		["phone", { phone: "612345678" }],
		["phone", { phone: "+0123456789" }],
		["phone", { phone: ["+34612345678", "+34612345679"] }],
		["relatedphones", { phone: nobody, relatedphones: ["+34612345678", "x"] }],
		["customer_id", { customer_id: "1; DROP TABLE customers" }],
		["customer_id", { customer_id: "99999999999" }],
	])("refuses a bad %s with 400", async (name, parameters) => {
		const { status, body } = await get("/customer-info", parameters);
		expect([status, body.error]).toEqual([400, expect.stringContaining(name)]);
	});
});

describe("customer-context", () => {
	it("gives a model few words: newest orders, no links, no ids", async () => {
		const { body } = await get("/customer-context", { phone: cast.emma.phone });
		expect(body.customer).toMatchObject({ name: "Emma Clarke", currency: "GBP", ordersCount: 124 });
		expect(body.customer.recentOrders).toHaveLength(5);
		expect(JSON.stringify(body)).not.toContain(baseUrl);
		expect(JSON.stringify(body).length).toBeLessThan(4000);
	});

	it("gives both owners of a shared number", async () => {
		expect((await get("/customer-context", { phone: cast.ortega.phone })).body.customers).toHaveLength(2);
	});
});

describe("find-customer", () => {
	const names = (body: { customers: { name: string }[] }) => body.customers.map((customer) => customer.name);

	it.each([
		["INES carvalho", "Inês Carvalho"],
		["carvalho inês", "Inês Carvalho"],
		["lucia.fernandez@", "Lucía Fernández"],
		["+34 612 345", "Lucía Fernández"],
	])("finds %j without regard to accents, case and order", async (query, name) => {
		const { body } = await get("/find-customer", { query });
		expect(body.found).toBe(true);
		expect(names(body)).toContain(name);
	});

	it("puts the owner of the conversation's number first", async () => {
		const { body } = await get("/find-customer", { query: "ana lopez", phone: cast.otherAna.phone });
		expect(body.customers.slice(0, 2)).toMatchObject([
			{ phone: cast.otherAna.phone },
			{ phone: cast.ana.phone },
		]);
	});

	it("searches the number when nothing was typed", async () => {
		for (const parameters of [{ phone: cast.ortega.phone }, { query: " ", phone: cast.ortega.phone }]) {
			expect(names((await get("/find-customer", parameters)).body)).toEqual(["Carmen Ortega", "Luis Ortega"]);
		}
	});

	it("answers found false and an empty list when nobody fits", async () => {
		const { status, body } = await get("/find-customer", { query: "nobody is called this" });
		expect([status, body]).toEqual([200, { found: false, customers: [] }]);
	});

	it("keeps to the limit", async () => {
		expect((await get("/find-customer", { query: "example", limit: 7 })).body.customers).toHaveLength(7);
		expect((await get("/find-customer", { query: "example" })).body.customers).toHaveLength(20);
	});
});

describe("products", () => {
	it("finds by every word, with variants in the order of sizes", async () => {
		const { body } = await get("/products", { query: "anil linen shirt" });
		expect(body.products).toHaveLength(1);
		expect(body.products[0]).toMatchObject({
			name: "Linen shirt, Añil",
			sku: "SHT-ANI",
			price: 54,
			currency: "EUR",
			url: `${baseUrl}/products/SHT-ANI`,
		});
		const sizes = body.products[0].variants.map((variant: { name: string }) => variant.name);
		expect(sizes).toEqual(["S", "M", "L", "XL"]);
	});

	it("answers an empty list when nothing fits", async () => {
		expect(await get("/products", { query: "submarine" })).toEqual({ status: 200, body: { products: [] } });
	});
});

describe("search", () => {
	const types = (body: { results: { type: string }[] }) => body.results.map((result) => result.type);

	it("finds customers and their orders", async () => {
		const { body } = await get("/search", { query: "ortega" });
		expect(types(body)).toEqual(["customer", "customer", "order", "order", "order"]);
		expect(body.results[0]).toEqual({
			type: "customer",
			title: "Carmen Ortega",
			subtitle: `carmen.ortega@example.com · ${cast.ortega.phone}`,
			url: `${baseUrl}/customers/1006`,
			id: "1006",
		});
	});

	it("finds an order by its name and by a tracking number, and products", async () => {
		const byParcel = (await get("/search", { query: "cx7740018823es" })).body.results;
		expect(byParcel).toHaveLength(1);
		const byName = (await get("/search", { query: byParcel[0].title.toLowerCase() })).body.results;
		expect(byName).toEqual(byParcel);
		expect(types((await get("/search", { query: "espadrilles" })).body)).toEqual(Array(5).fill("product"));
	});

	it("shares the limit among the kinds", async () => {
		const { body } = await get("/search", { query: "", limit: 9 });
		expect(types(body)).toEqual([
			...Array(3).fill("customer"),
			...Array(3).fill("order"),
			...Array(3).fill("product"),
		]);
	});

	it("answers an empty list when nothing fits", async () => {
		expect((await get("/search", { query: "zzzz" })).body).toEqual({ results: [] });
	});
});

describe("hostile and odd parameters", () => {
	it.each(["'; DROP TABLE customers; --", "%", "_", "\\", "$1", "') OR ('1'='1", 'Robert"); --'])(
		"treats the query %j as text",
		async (query) => {
			expect((await get("/find-customer", { query })).body).toEqual({ found: false, customers: [] });
			expect((await get("/products", { query })).body).toEqual({ products: [] });
			expect((await get("/search", { query })).body).toEqual({ results: [] });
			expect(await count("customers")).toBe(200);
		},
	);

	it.each([
		["query", { query: "x".repeat(201) }],
		["query", { query: "a\0b" }],
		["query", { query: ["a", "b"] }],
		["limit", { query: "a", limit: 0 }],
		["limit", { query: "a", limit: 101 }],
		["limit", { query: "a", limit: "many" }],
		["limit", { query: "a", limit: "1.5" }],
	])("refuses a bad %s with 400 (%j)", async (name, parameters) => {
		for (const path of ["/find-customer", "/products", "/search"]) {
			const { status, body } = await get(path, parameters);
			expect([status, body.error]).toEqual([400, expect.stringContaining(name)]);
		}
	});

	it("refuses a POST whose values have other types", async () => {
		expect((await post("/customer-info", { phone: 34612345678 })).status).toBe(400);
		expect((await post("/products", { query: { $ne: null } })).status).toBe(400);
		expect((await post("/products", { query: "a", limit: [5] })).status).toBe(400);
		expect((await post("/customer-info", { customer_id: [1001] })).status).toBe(400);
	});

	it("answers an unknown path with 404", async () => {
		expect((await get("/customers.json")).status).toBe(404);
	});
});

describe("pages", () => {
	const path = (url: string) => url.slice(baseUrl.length);

	it("leads every link of an answer to something that exists, without a token", async () => {
		const { customer } = (await get("/customer-info", { phone: cast.lucia.phone })).body;
		const [order] = customer.orders;
		const links = [
			customer.shopUrl,
			order.url,
			order.items[0].url,
			order.tracking[0].url,
			order.items[0].image,
		];
		for (const link of [...links, customer.abandonedCarts[0].url]) {
			const response = await crm.app.request(path(link).replace(/#.*/, ""));
			expect([link, response.status]).toEqual([link, 200]);
		}
		const orderPage = await (await crm.app.request(path(order.url))).text();
		expect(orderPage).toContain('id="CX7740018823ES"');
		expect(orderPage).toContain("Lucía Fernández");
	});

	it("escapes what customers are called", async () => {
		const name = `<script>alert("1")</script>`;
		await database.query("UPDATE customers SET notes = $1 WHERE id = 1008", [name]);
		const response = await crm.app.request("/customers/1008");
		const text = await response.text();
		expect(response.headers.get("content-type")).toContain("text/html");
		expect(text).not.toContain("<script>");
		expect(text).toContain("&lt;script&gt;");
	});

	it.each(["/customers/1", "/customers/abc", "/orders/CS-1", "/products/NO-SUCH", "/images/XXX-YYY.svg"])(
		"answers %s with 404",
		async (missing) => {
			expect((await crm.app.request(missing)).status).toBe(404);
		},
	);

	it("says that it is healthy", async () => {
		expect(await (await crm.app.request("/health")).json()).toEqual({ status: "ok" });
	});
});

describe("seed", () => {
	it("is the same every time", () => {
		expect(buildSeed(now)).toEqual(buildSeed(now));
	});

	it("moves only its dates with today", () => {
		const withoutDates = (date: Date) =>
			JSON.stringify(buildSeed(date)).replace(/"(placed_at|created_at|abandoned_at)":"[^"]*"/g, "");
		expect(withoutDates(new Date("2027-08-15T23:59:59Z"))).toBe(withoutDates(now));
	});

	it("holds the promised numbers of everything", async () => {
		expect(await count("customers")).toBe(200);
		expect(await count("orders")).toBe(1500);
		expect(await count("carts")).toBe(60);
		expect(await count("products")).toBe(120);
	});

	it("has no order or cart in the future", () => {
		const { orders, carts } = buildSeed(now);
		const times = [...orders.map((order) => order.placed_at), ...carts.map((cart) => cart.abandoned_at)];
		expect(times.every((time) => time < now.toISOString())).toBe(true);
	});

	it("has possible phone numbers, each of one owner but for the Ortegas'", () => {
		const phones = buildSeed(now).customer_phones.map((row) => row.phone);
		for (const phone of phones)
			expect([phone, parsePhoneNumberFromString(phone)?.isPossible()]).toEqual([phone, true]);
		expect(phones.length - new Set(phones).size).toBe(1);
	});

	it("leaves a database that has customers as it is", async () => {
		await database.query("UPDATE customers SET name = 'Renamed' WHERE id = 1200");
		const again = await createCrm({ database, token, baseUrl, now });
		expect(await count("orders")).toBe(1500);
		expect(await count("customers WHERE name = 'Renamed'")).toBe(1);
		await again.close();
	});
});

describe("startCrm", () => {
	it("serves on loopback with its own address in the links, and frees the port when closed", async () => {
		const running = await startCrm({ port: 0, database, token, now });
		expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		const response = await fetch(`${running.url}/customer-info?phone=${cast.marco.phone}`, { headers });
		const { customer } = (await response.json()) as { customer: { shopUrl: string } };
		expect(customer.shopUrl).toBe(`${running.url}/customers/1002`);
		expect((await fetch(customer.shopUrl)).status).toBe(200);
		await running.close();
		await expect(fetch(running.url)).rejects.toThrow();
	});

	it("rejects when the port is taken", async () => {
		const running = await startCrm({ port: 0, database, token, now });
		const port = Number(new URL(running.url).port);
		await expect(startCrm({ port, database, token, now })).rejects.toThrow("EADDRINUSE");
		await running.close();
	});

	it("rejects when the database cannot be reached", async () => {
		const databaseUrl = "postgres://nobody@127.0.0.1:1/none";
		await expect(startCrm({ port: 0, databaseUrl, token, now })).rejects.toThrow("ECONNREFUSED");
	});
});
