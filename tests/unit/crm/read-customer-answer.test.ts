import { describe, expect, it } from "vitest";
import type { Customer, CustomerAnswer } from "@/lib/crm/customer";
import { readCustomerAnswer } from "@/lib/crm/read-customer-answer";

function read(json: unknown): CustomerAnswer {
	const answer = readCustomerAnswer(json);
	if (!answer.ok) throw new Error(answer.failure);
	return answer.value;
}

function readOne(customer: object): { customer: Customer; problems: CustomerAnswer["problems"] } {
	const { customers, problems } = read({ found: true, customer });
	const [first] = customers;
	if (!first) throw new Error("No customer.");
	return { customer: first, problems };
}

describe("an answer", () => {
	it.each([
		["one customer", { found: true, customer: { name: "Ana" } }, ["Ana"]],
		["several", { found: true, customers: [{ name: "Ana" }, { name: "Luis" }] }, ["Ana", "Luis"]],
		["one in a list", { found: true, customer: [{ name: "Ana" }] }, ["Ana"]],
		["one where a list is meant", { found: true, customers: { name: "Ana" } }, ["Ana"]],
		["an empty list beside one", { found: true, customers: [], customer: { name: "Ana" } }, ["Ana"]],
		["no found", { customer: { name: "Ana" } }, ["Ana"]],
		["found as a number", { found: 1, customer: { name: "Ana" } }, ["Ana"]],
		["found as text", { found: "true", customer: { name: "Ana" } }, ["Ana"]],
		["an empty customer", { found: true, customer: {} }, [undefined]],
	])("with %s is read", (_case, json, names) => {
		const { found, customers, problems } = read(json);
		expect([found, customers.map(({ name }) => name), problems]).toEqual([true, names, []]);
	});

	it.each([
		{ found: false },
		{ found: 0 },
		{ found: "0" },
		{ found: "false" },
		{ found: false, customer: null },
		{ found: false, customers: [] },
		{ found: false, customer: { name: "Ana" } },
	])("that says nobody was found has no customers: %j", (json) => {
		expect(read(json)).toEqual({ found: false, customers: [], more: [], problems: [] });
	});

	it.each([null, [], [{ found: true }], "found", 5, true])("that is no object is refused: %j", (json) => {
		expect(readCustomerAnswer(json)).toEqual({ ok: false, failure: "not-an-object" });
	});

	it.each([{}, { found: null }, { found: "maybe" }, { customers: [] }, { customer: "Ana" }, { error: "x" }])(
		"that says neither found nor a customer is refused: %j",
		(json) => {
			expect(readCustomerAnswer(json)).toEqual({ ok: false, failure: "found-missing" });
		},
	);

	it.each([
		{ found: true },
		{ found: true, customer: null },
		{ found: true, customers: [] },
		{ found: true, customers: ["Ana"] },
	])("that says found without a customer is refused: %j", (json) => {
		expect(readCustomerAnswer(json)).toEqual({ ok: false, failure: "customers-missing" });
	});

	it("names customers that are none by their place in the list", () => {
		expect(
			read({ found: true, customers: [null, "Ana", { name: "Luis" }, { name: { a: { b: 1 } } }] }).problems,
		).toEqual([
			{ path: "customers[1]", found: "Ana", expected: "object" },
			{ path: "customers[3].name", found: '{"a":{"b":1}}', expected: "text" },
		]);
	});
});

describe("a customer", () => {
	it("is read whole", () => {
		const { customer, problems } = readOne({
			id: 7,
			name: " Ana ",
			shopUrl: "https://crm.example.com/7",
			tags: "vip, wholesale",
			address: { street: "Gran Vía 1", city: "Madrid", none: null },
			createdAt: 1772618400,
			currency: "EUR",
			ordersCount: "12",
			totalSpent: "1.234,50 €",
			orders: {
				name: "#1",
				date: "2026-03-04",
				amount: "10.00",
				items: [{ name: "Cup", quantity: "2" }],
				tracking: { number: 5 },
			},
			abandonedCarts: [{ date: "2026-03-01T10:00:00Z", amount: 5, items: null }],
			points: 3,
		});
		expect(problems).toEqual([]);
		expect(customer).toMatchObject({
			id: "7",
			name: "Ana",
			tags: ["vip", "wholesale"],
			address: "Gran Vía 1, Madrid",
			createdAt: "2026-03-04T10:00:00.000Z",
			ordersCount: 12,
			totalSpent: 1234.5,
			orders: [
				{ currency: "EUR", amount: 10, items: [{ name: "Cup", quantity: 2 }], tracking: [{ number: "5" }] },
			],
			abandonedCarts: [{ currency: "EUR", amount: 5, items: [] }],
			more: [{ name: "points", value: { kind: "number", number: 3 } }],
		});
	});

	it.each([
		["totalSpent", "much", "number"],
		["ordersCount", true, "number"],
		["createdAt", "04/03/2026", "date"],
		["shopUrl", "javascript:alert(1)", "link"],
		["shopUrl", "/customers/7", "link"],
		["name", { first: { second: "x" } }, "text"],
		["orders", "none", "list"],
		["tags", 5, "list"],
	])("keeps an unreadable %s (%j) in view and says so", (name, value, expected) => {
		const { customer, problems } = readOne({ [name]: value });
		expect(problems).toEqual([
			{
				path: `customer.${name}`,
				found: typeof value === "string" ? value : JSON.stringify(value),
				expected,
			},
		]);
		expect(customer.more).toMatchObject([{ name }]);
	});

	it.each(["orders", "abandonedCarts"])("keeps items of its %s that are no objects", (name) => {
		const { customer, problems } = readOne({ [name]: ["A-1", null, { amount: 5 }, 7] });
		expect(problems.map(({ path }) => path)).toEqual([`customer.${name}[0]`, `customer.${name}[3]`]);
		expect(customer.more).toEqual([
			{
				name,
				value: {
					kind: "list",
					values: [
						{ kind: "text", text: "A-1" },
						{ kind: "number", number: 7 },
					],
				},
			},
		]);
	});

	it("keeps tags that are no texts", () => {
		const { customer, problems } = readOne({ tags: ["vip", { a: { b: 1 } }, "", null] });
		expect(customer.tags).toEqual(["vip"]);
		expect(problems).toMatchObject([{ path: "customer.tags[1]", expected: "text" }]);
		expect(customer.more).toMatchObject([{ name: "tags" }]);
	});

	it.each([null, "", "  "])("takes %j for nothing there", (nothing) => {
		const { customer, problems } = readOne({
			name: nothing,
			totalSpent: nothing,
			createdAt: nothing,
			orders: nothing,
			tags: nothing,
		});
		expect(problems).toEqual([]);
		expect(customer).toMatchObject({
			name: undefined,
			totalSpent: undefined,
			orders: [],
			tags: [],
			more: [],
		});
	});

	it("takes the currency of its amounts when it names none", () => {
		const { customer } = readOne({
			totalSpent: { amount: "12.50", currency: "USD" },
			totalRefunded: { amount: 1, currency: "USD" },
		});
		expect(customer).toMatchObject({ totalSpent: 12.5, totalRefunded: 1, currency: "USD", more: [] });
	});

	it("keeps whatever an amount has besides the number and the customer's currency", () => {
		const { customer } = readOne({
			currency: "EUR",
			totalSpent: { amount: 12, currency: "USD", net: 10 },
			totalRefunded: { amount: 1, currency: "EUR" },
		});
		expect(customer).toMatchObject({ totalSpent: 12, totalRefunded: 1, currency: "EUR" });
		expect(customer.more).toMatchObject([
			{ name: "totalSpent", value: { kind: "fields", fields: [{ name: "net" }, { name: "currency" }] } },
		]);
	});

	it("has the currency of its first order when nothing else tells", () => {
		expect(readOne({ orders: [{ currency: "GBP", amount: 1 }] }).customer.currency).toBe("GBP");
	});

	it("tells where in the depth something could not be read", () => {
		const { problems } = readOne({
			orders: [{}, { items: [{ price: "dear" }], tracking: [{ url: "none" }] }],
			abandonedCarts: [{ date: "soon" }],
		});
		expect(problems.map(({ path }) => path)).toEqual([
			"customer.orders[1].items[0].price",
			"customer.orders[1].tracking[0].url",
			"customer.abandonedCarts[0].date",
		]);
	});

	it("keeps fields with the names of JavaScript's own", () => {
		const { customer } = readOne(
			JSON.parse('{"__proto__":"a","constructor":"b","toString":"c","hasOwnProperty":"d"}'),
		);
		expect(customer.more.map(({ name }) => name)).toEqual([
			"__proto__",
			"constructor",
			"toString",
			"hasOwnProperty",
		]);
	});
});

it("keeps what stands beside the customers", () => {
	const answer = readCustomerAnswer({ found: true, customer: { name: "Ana" }, segment: "gold", page: 1 });
	expect(answer.ok && answer.value.more).toEqual([
		{ name: "segment", value: { kind: "text", text: "gold" } },
		{ name: "page", value: { kind: "number", number: 1 } },
	]);
});
