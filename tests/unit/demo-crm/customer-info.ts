import { describe, expect, it } from "vitest";
import { cast } from "../../../demo/cast";
import { baseUrl, type CrmUnderTest, createClient, headers, nobody } from "./client";

export function testCustomerInfo(world: CrmUnderTest): void {
	const { get } = createClient(world);

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
			const response = await world.crm.app.request(`/customer-info?phone=${cast.lucia.phone}`, { headers });
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
}
