import { describe, expect, it } from "vitest";
import { cast } from "../../../demo/cast";
import { baseUrl, type CrmUnderTest, createClient } from "./client";

export function testPages(world: CrmUnderTest): void {
	const { get } = createClient(world);

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
				const response = await world.crm.app.request(path(link).replace(/#.*/, ""));
				expect([link, response.status]).toEqual([link, 200]);
			}
			const orderPage = await (await world.crm.app.request(path(order.url))).text();
			expect(orderPage).toContain('id="CX7740018823ES"');
			expect(orderPage).toContain("Lucía Fernández");
		});

		it("escapes what customers are called", async () => {
			const name = `<script>alert("1")</script>`;
			await world.database.query("UPDATE customers SET notes = $1 WHERE id = 1008", [name]);
			const response = await world.crm.app.request("/customers/1008");
			const text = await response.text();
			expect(response.headers.get("content-type")).toContain("text/html");
			expect(text).not.toContain("<script>");
			expect(text).toContain("&lt;script&gt;");
		});

		it.each(["/customers/1", "/customers/abc", "/orders/CS-1", "/products/NO-SUCH", "/images/XXX-YYY.svg"])(
			"answers %s with 404",
			async (missing) => {
				expect((await world.crm.app.request(missing)).status).toBe(404);
			},
		);

		it("says that it is healthy", async () => {
			expect(await (await world.crm.app.request("/health")).json()).toEqual({ status: "ok" });
		});
	});
}
