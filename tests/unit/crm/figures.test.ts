import { describe, expect, it } from "vitest";
import type { Customer, Order } from "@/lib/crm/customer";
import { keyFigures, localDate, newestFirst, parcelsOnTheirWay, spendOverTime } from "@/lib/crm/figures";

const now = new Date(2026, 2, 4, 12);
const order = (fields: Partial<Order>): Order => ({
	currency: "EUR",
	items: [],
	tracking: [],
	more: [],
	...fields,
});
const customer = (orders: Partial<Order>[], fields: Partial<Customer> = {}): Customer => ({
	currency: "EUR",
	tags: [],
	abandonedCarts: [],
	more: [],
	orders: orders.map(order),
	...fields,
});

describe("keyFigures", () => {
	it("takes the CRM's own totals before adding up", () => {
		const figures = keyFigures(
			customer([{ amount: 10 }], { ordersCount: 4, totalSpent: 200, totalRefunded: 7 }),
		);
		expect(figures).toMatchObject({ ordersCount: 4, spent: 200, average: 50, refunded: 7 });
	});

	it("adds up the orders where the CRM gives no totals", () => {
		const figures = keyFigures(
			customer([
				{ amount: 10, date: "2026-01-01" },
				{ amount: 20, totalRefunded: 5, date: "2026-03-01T10:00:00.000Z" },
				{ amount: 99, state: "Cancelled" },
			]),
		);
		expect(figures).toEqual({
			currency: "EUR",
			ordersCount: 3,
			spent: 30,
			average: 15,
			refunded: 5,
			lastOrder: "2026-03-01T10:00:00.000Z",
		});
	});

	it("adds up no other currencies", () => {
		expect(keyFigures(customer([{ amount: 10 }, { amount: 1_000, currency: "JPY" }]))).toMatchObject({
			spent: 10,
			average: 10,
		});
	});

	it("gives no sum that would be too small", () => {
		expect(keyFigures(customer([{ amount: 10 }, {}]))).toMatchObject({
			ordersCount: 2,
			spent: undefined,
			average: undefined,
			refunded: undefined,
		});
	});

	it.each([
		[
			"nothing is known",
			customer([]),
			{ ordersCount: undefined, spent: undefined, average: undefined, lastOrder: undefined },
		],
		[
			"there were no orders",
			customer([], { ordersCount: 0, totalSpent: 0 }),
			{ ordersCount: 0, spent: 0, average: undefined },
		],
		[
			"all orders were cancelled",
			customer([{ amount: 5, state: "anulado" }]),
			{ ordersCount: 1, spent: undefined, average: undefined },
		],
	])("divides by nothing when %s", (_case, one, figures) => {
		expect(keyFigures(one)).toMatchObject(figures);
	});
});

describe("spendOverTime", () => {
	it("counts by month over the last twelve months", () => {
		const spend = spendOverTime(
			customer([
				{ amount: 10, date: "2026-03-01" },
				{ amount: 5, date: "2026-03-31" },
				{ amount: 7, totalRefunded: 2, date: "2025-04-01" },
				{ amount: 99, date: "2025-03-31" },
			]),
			now,
		);
		expect(spend?.unit).toBe("month");
		expect(spend?.buckets).toHaveLength(12);
		expect(spend?.buckets[0]).toEqual({ start: new Date(2025, 3), amount: 5, orders: 1 });
		expect(spend?.buckets[11]).toEqual({ start: new Date(2026, 2), amount: 15, orders: 2 });
	});

	it("counts by year when everything is older", () => {
		const spend = spendOverTime(
			customer([
				{ amount: 10, date: "2024-05-01" },
				{ amount: 5, date: "2022-01-01" },
			]),
			now,
		);
		expect(spend?.unit).toBe("year");
		expect(spend?.buckets.map(({ start, amount }) => [start.getFullYear(), amount])).toEqual([
			[2022, 5],
			[2023, 0],
			[2024, 10],
			[2025, 0],
			[2026, 0],
		]);
	});

	it("shows twelve years at most", () => {
		const spend = spendOverTime(
			customer([
				{ amount: 1, date: "1999-01-01" },
				{ amount: 2, date: "2016-01-01" },
			]),
			now,
		);
		expect(spend?.buckets).toHaveLength(12);
		expect(spend?.buckets[0]).toEqual({ start: new Date(2015, 0), amount: 0, orders: 0 });
	});

	it.each([
		["no orders", []],
		["one order", [{ amount: 1, date: "2026-03-01" }]],
		["amounts without dates", [{ amount: 1 }, { amount: 2 }]],
		["dates without amounts", [{ date: "2026-03-01" }, { date: "2026-03-02" }]],
		[
			"cancelled orders",
			[
				{ amount: 1, date: "2026-03-01" },
				{ amount: 1, date: "2026-03-01", state: "cancelada" },
			],
		],
		[
			"other currencies",
			[
				{ amount: 1, date: "2026-03-01" },
				{ amount: 1, date: "2026-03-01", currency: "USD" },
			],
		],
	])("shows nothing for %s", (_case, orders) => {
		expect(spendOverTime(customer(orders), now)).toBeNull();
	});

	it("leaves orders dated in the future out of the months, and never fails on them", () => {
		const spend = spendOverTime(
			customer([
				{ amount: 1, date: "2026-03-01" },
				{ amount: 9, date: "2026-04-01" },
			]),
			now,
		);
		expect(spend?.buckets.reduce((sum, { amount }) => sum + amount, 0)).toBe(1);
	});
});

describe("parcelsOnTheirWay", () => {
	const parcel = (status?: string) => ({ number: "P", status, more: [] });

	it("shows parcels that have not arrived, newest order first", () => {
		const parcels = parcelsOnTheirWay(
			customer([
				{ name: "old", date: "2026-01-01", tracking: [parcel("in transit")] },
				{ name: "new", date: "2026-03-01", tracking: [parcel(), parcel("delivered")] },
			]),
			now,
		);
		expect(parcels.map(({ order }) => order.name)).toEqual(["new", "old"]);
	});

	it.each(["Delivered", "ENTREGADO", "entregue", "returned", "devuelto", "Zugestellt", "livré"])(
		"counts %j as arrived",
		(status) => {
			expect(parcelsOnTheirWay(customer([{ date: "2026-03-01", tracking: [parcel(status)] }]), now)).toEqual(
				[],
			);
			expect(
				parcelsOnTheirWay(customer([{ date: "2026-03-01", state: status, tracking: [parcel()] }]), now),
			).toEqual([]);
		},
	);

	it.each([
		["2026-01-19", 1],
		["2026-01-17", 0],
		[undefined, 0],
	])("gives a parcel without a status of %s up after 45 days", (date, count) => {
		expect(parcelsOnTheirWay(customer([{ date, tracking: [parcel()] }]), now)).toHaveLength(count);
	});

	it("shows none of a cancelled order", () => {
		expect(
			parcelsOnTheirWay(
				customer([{ date: "2026-03-01", state: "cancelled", tracking: [parcel("in transit")] }]),
				now,
			),
		).toEqual([]);
	});
});

it("puts the newest first and the undated last, in the CRM's order", () => {
	const dated = [
		{ id: 1 },
		{ id: 2, date: "2026-01-01" },
		{ id: 3, date: "2026-03-04T10:00:00.000Z" },
		{ id: 4, date: "2026-03-04" },
		{ id: 5 },
	];
	expect(newestFirst(dated).map(({ id }) => id)).toEqual([3, 4, 2, 1, 5]);
	expect(dated[0]?.id).toBe(1);
});

it("takes a day for one where the agent is, and a moment for a moment", () => {
	expect(localDate("2026-03-04")).toEqual(new Date(2026, 2, 4));
	expect(localDate("2026-03-04T23:30:00.000Z").getTime()).toBe(Date.UTC(2026, 2, 4, 23, 30));
});
