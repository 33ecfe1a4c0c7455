import { describe, expect, it } from "vitest";
import { foundCustomers, mostShown } from "@/lib/contacts/found-customer";
import { judgeOwners, linkable, ownersOf } from "@/lib/contacts/phone-owner";
import { readCustomerAnswer } from "@/lib/crm/read-customer-answer";

const phone = "+34612345678";

/** The customers of an answer as a search finds them. */
function found(customers: unknown[], searched?: string) {
	const read = readCustomerAnswer({ found: true, customers });
	if (!read.ok) throw new Error(read.failure);
	return foundCustomers(read.value, searched);
}
const ids = (customers: unknown[], searched?: string) =>
	found(customers, searched).customers.map(({ id }) => id);

describe("the results of a search", () => {
	it("keep the CRM's order, but for whoever has exactly the number", () => {
		const customers = [{ id: 1 }, { id: 2, phone: "+34 612 345 679" }, { id: 3, phone: "+34 612 345 678" }];
		expect(ids(customers, phone)).toEqual(["3", "1", "2"]);
		expect(ids(customers)).toEqual(["1", "2", "3"]);
	});

	it("hold each customer once", () => {
		const namesake = { name: "Ana", email: "ana@example.com" };
		const customers = [
			{ id: 1, name: "Ana" },
			{ id: 1, name: "Ana L." },
			namesake,
			namesake,
			{ name: "Ana" },
		];
		const { customers: shown, total } = found(customers);
		expect(shown.map(({ id, name, email }) => [id, name, email])).toEqual([
			["1", "Ana", undefined],
			[undefined, "Ana", "ana@example.com"],
			[undefined, "Ana", undefined],
		]);
		expect(total).toBe(3);
	});

	it("are cut, and say how many there are", () => {
		const { customers, total } = found(Array.from({ length: 10_000 }, (_, id) => ({ id })));
		expect([customers.length, total]).toEqual([mostShown, 10_000]);
	});

	it("tell what somebody bought, from the orders where the CRM gives no totals", () => {
		const orders = [{ date: "2026-01-02", amount: 10, currency: "EUR" }];
		expect(found([{ id: 1, orders }]).customers[0]).toMatchObject({
			ordersCount: 1,
			spent: 10,
			currency: "EUR",
			lastOrder: "2026-01-02",
		});
		expect(JSON.stringify(found([{ id: 1, orders }]))).not.toContain('"orders"');
	});

	it("name further fields only where they tell namesakes apart", () => {
		const [ana, otherAna, luis] = found([
			{ id: 1, name: "Ana", shoeSize: 38, country: "Spain" },
			{ id: 2, name: "ana ", shoeSize: 41, country: "Spain" },
			{ id: 3, name: "Luis", shoeSize: 44 },
		]).customers.map(({ differs }) => differs.map(({ name }) => name));
		expect([ana, otherAna, luis]).toEqual([["shoeSize"], ["shoeSize"], []]);
	});
});

describe("what a customer without an international number can be asked for by", () => {
	const read = readCustomerAnswer({
		found: true,
		customers: [{ id: 1, phone: "612 345 678" }, { id: 2, phone }, { id: 3 }],
	});
	const customers = read.ok ? foundCustomers(read.value, undefined, () => phone).customers : [];

	it("is the number as it is read, and goes into the link", () => {
		expect(customers.map(({ phones, askBy }) => [phones, askBy])).toEqual([
			[[], phone],
			[[phone], undefined],
			[[], undefined],
		]);
		expect(customers.flatMap((customer) => linkable(customer) ?? [])).toEqual([
			{ customerId: "1", phones: [], askBy: phone },
			{ customerId: "2", phones: [phone] },
			{ customerId: "3", phones: [] },
		]);
	});

	it("makes nobody the owner of the number: it was read, and not written so", () => {
		expect(ownersOf(phone, customers).map(({ id }) => id)).toEqual(["2"]);
	});
});

describe("the owner of a number", () => {
	const owners = (customers: unknown[]) => ownersOf(phone, found(customers, phone).customers);

	it("has exactly that number, however it is written", () => {
		expect(owners([{ id: 1, phone: "0034 612-345-678" }])).toHaveLength(1);
	});

	it.each(["612345678", "34612345678", "+34 612 345 679", "+34612345678 ext. 2", ""])(
		"is not who has %j",
		(similar) => {
			expect(owners([{ id: 1, phone: similar }])).toEqual([]);
		},
	);

	it("is linked without asking when there is exactly one", () => {
		const found = owners([
			{ id: 1, name: "Ana", phone },
			{ id: 2, phone: "+34655555555" },
		]);
		expect(judgeOwners(found, [])).toEqual({
			owner: { customerId: "1", customerName: "Ana", phones: [phone] },
			claimants: [],
		});
	});

	it("is asked about when two claim the number", () => {
		const { owner, claimants } = judgeOwners(
			owners([
				{ id: 1, phone },
				{ id: 2, phone },
			]),
			[],
		);
		expect(owner).toBeUndefined();
		expect(claimants.map(({ id }) => id)).toEqual(["1", "2"]);
	});

	it("is not linked by itself when the agent ruled out the other one, nor asked about who was ruled out", () => {
		const { owner, claimants } = judgeOwners(
			owners([
				{ id: 1, phone },
				{ id: 2, phone },
			]),
			["1"],
		);
		expect(owner).toBeUndefined();
		expect(claimants.map(({ id }) => id)).toEqual(["2"]);
	});

	it("is nobody when the agent said so", () => {
		expect(judgeOwners(owners([{ id: 1, phone }]), ["1"])).toEqual({ claimants: [] });
	});

	it("cannot be linked without an id", () => {
		const found = owners([{ name: "Ana", phone }]);
		expect(judgeOwners(found, []).owner).toBeUndefined();
		expect(judgeOwners(found, []).claimants).toHaveLength(1);
		expect(found[0] && linkable(found[0])).toBeUndefined();
	});
});
