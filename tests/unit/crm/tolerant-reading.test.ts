import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CustomerAnswer, ExtraField, ExtraValue } from "@/lib/crm/customer";
import { readCustomerAnswer } from "@/lib/crm/read-customer-answer";

const itemFields = ["name", "quantity", "price", "sku", "image", "url"];
const trackingFields = ["carrier", "number", "url", "status"];
const orderFields = [
	"name",
	"date",
	"amount",
	"netAmount",
	"totalRefunded",
	"totalDiscounts",
	"state",
	"url",
	"currency",
];
const customerFields = [
	...["id", "name", "email", "phone", "shopUrl", "state", "tags", "notes", "address", "createdAt"],
	...["currency", "ordersCount", "totalSpent", "totalRefunded", "totalDiscounts"],
];

/** Leaves that can be found again: each holds a text that stands nowhere else. */
let marks = 0;
const marked = fc.constantFrom("text", "nested", "list", "money").map((kind) => {
	const mark = `marking${++marks}x`;
	if (kind === "nested") return { inner: { deeper: mark } };
	if (kind === "list") return [mark, { deep: [mark] }];
	return kind === "money" ? { amount: mark, currency: "EUR" } : mark;
});
const readable = fc.constantFrom<unknown>(
	5,
	"5.00",
	"2026-03-04",
	"https://x.example/",
	null,
	"",
	{ amount: 1, currency: "EUR" },
	1772618400,
);
const leaf = fc.oneof(marked, readable);
const objectOf = (names: string[], lists: Record<string, fc.Arbitrary<unknown>> = {}) =>
	fc.record(
		{ ...Object.fromEntries([...names, "extra", "other"].map((name) => [name, leaf])), ...lists },
		{ requiredKeys: [] },
	);
const listOf = (item: fc.Arbitrary<unknown>) =>
	fc.oneof(fc.array(fc.oneof({ weight: 4, arbitrary: item }, leaf), { maxLength: 3 }), item, leaf);

const items = listOf(objectOf(itemFields));
const order = objectOf(orderFields, { items, tracking: listOf(objectOf(trackingFields)) });
const cart = objectOf(["date", "amount", "currency", "url"], { items });
const customer = objectOf(customerFields, { orders: listOf(order), abandonedCarts: listOf(cart) });

const marksIn = (value: unknown) => new Set(JSON.stringify(value).match(/marking\d+x/g));

describe("reading an answer", () => {
	it("never throws, whatever JSON comes, and gives what it promises", () => {
		const names = fc.constantFrom(
			"found",
			"customer",
			"customers",
			"orders",
			"items",
			"amount",
			"currency",
			"date",
			"tags",
			"__proto__",
		);
		const { json } = fc.letrec((tie) => ({
			json: fc.oneof(
				{ depthSize: "medium", withCrossShrink: true },
				fc.oneof(fc.jsonValue({ maxDepth: 0 }), readable),
				fc.array(tie("json"), { maxLength: 4 }),
				fc.dictionary(fc.oneof(names, fc.string()), tie("json"), { maxKeys: 6 }),
			),
		}));
		const answers = fc.oneof(
			json,
			fc.record({ found: json, customer: json, customers: json }),
			json.map((value) => ({ found: true, customer: value })),
		);
		fc.assert(
			fc.property(answers, (value) => {
				const answer = readCustomerAnswer(value);
				if (!answer.ok) return;
				expect(answer.value.customers.length > 0).toBe(answer.value.found);
				expectWellFormed(answer.value);
			}),
			{ numRuns: 500 },
		);
	});

	it("loses nothing: what was not understood is kept in view", () => {
		fc.assert(
			fc.property(fc.array(customer, { minLength: 1, maxLength: 3 }), (customers) => {
				const answer = readCustomerAnswer({ found: true, customers });
				expect(answer.ok && marksIn(answer.value)).toEqual(marksIn(customers));
			}),
			{ numRuns: 300 },
		);
	});

	it("reports each unreadable field at a path that leads to it", () => {
		fc.assert(
			fc.property(customer, (one) => {
				const answer = readCustomerAnswer({ found: true, customer: one });
				for (const { path } of answer.ok ? answer.value.problems : []) {
					const steps = path.replace(/\[(\d+)\]/g, ".$1").split(".");
					const follow = (value: unknown, step: string): unknown => {
						const next = (value as Record<string, unknown>)[step];
						// One object where a list is meant counts as a list of one.
						return next === undefined && step === "0" ? value : next;
					};
					expect(steps.reduce<unknown>(follow, { customer: one })).toBeDefined();
				}
			}),
		);
	});

	it.each([
		["a customer's name", (deep: string) => `{"found":true,"customer":{"name":${deep}}}`],
		["an order", (deep: string) => `{"found":true,"customer":{"orders":[${deep}]}}`],
		["an unknown field", (deep: string) => `{"found":true,"customer":{"other":${deep}}}`],
		["a customer", (deep: string) => `{"found":true,"customers":[${deep},{"name":"Ana"}]}`],
	])("survives %s nested a hundred thousand levels deep", (_case, json) => {
		const answer = readCustomerAnswer(JSON.parse(json("[".repeat(100_000) + "]".repeat(100_000))));
		expect(answer.ok && answer.value.customers).toHaveLength(1);
	});
});

it("keeps of a text without end as much as can be read, wherever it stands", () => {
	const long = "😀".repeat(1_000_000);
	const deep = JSON.parse(`${'{"inner":'.repeat(20)}"${long}"${"}".repeat(20)}`);
	const answer = readCustomerAnswer({
		found: true,
		customer: {
			name: long,
			tags: [long],
			address: [long],
			other: long,
			shopUrl: `https://shop.example/${long}`,
			deep,
		},
	});
	expect(JSON.stringify(answer).length).toBeLessThan(60_000);
	const name = answer.ok ? answer.value.customers[0]?.name : undefined;
	expect(name).toMatch(/^(😀)+…$/u);
});

function expectWellFormed({ customers, problems }: CustomerAnswer): void {
	for (const problem of problems) expect(problem.found.length).toBeLessThanOrEqual(81);
	for (const { orders, abandonedCarts, tags, more, ...rest } of customers) {
		for (const amount of [rest.totalSpent, rest.ordersCount]) expect(Number.isFinite(amount ?? 0)).toBe(true);
		for (const tag of tags) expect(tag).toBeTypeOf("string");
		expect(rest.shopUrl ?? "https://").toMatch(/^https?:/);
		for (const { date, items } of [...orders, ...abandonedCarts]) {
			expect(date ?? "2026-03-04").toMatch(/^\d{4}-\d{2}-\d{2}(T|$)/);
			for (const item of items) expectNoEmptyFields(item.more);
		}
		expectNoEmptyFields(more);
	}
}

function expectNoEmptyFields(fields: ExtraField[]): void {
	const check = (value: ExtraValue): void => {
		if (value.kind === "fields") {
			expect(value.fields).not.toEqual([]);
			for (const field of value.fields) check(field.value);
		}
		if (value.kind === "list") {
			expect(value.values).not.toEqual([]);
			for (const one of value.values) check(one);
		}
	};
	for (const { value } of fields) check(value);
}
