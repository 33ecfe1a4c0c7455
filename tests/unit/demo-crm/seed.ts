import { parsePhoneNumberFromString } from "libphonenumber-js";
import { describe, expect, it } from "vitest";
import { createCrm } from "../../../demo/crm/crm";
import { buildSeed } from "../../../demo/crm/seed/build-seed";
import { baseUrl, type CrmUnderTest, createClient, now, token } from "./client";

export function testSeed(world: CrmUnderTest): void {
	const { count } = createClient(world);

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
			await world.database.query("UPDATE customers SET name = 'Renamed' WHERE id = 1200");
			const again = await createCrm({ database: world.database, token, baseUrl, now });
			expect(await count("orders")).toBe(1500);
			expect(await count("customers WHERE name = 'Renamed'")).toBe(1);
			await again.close();
		});
	});
}
