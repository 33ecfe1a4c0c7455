import { describe, expect, it } from "vitest";
import { cast } from "../../../demo/cast";
import { demoFunctions } from "../../../demo/functions";
import { readFunctions } from "../../../lib/functions/import";
import { type CrmUnderTest, createClient, headers } from "./client";

const { phone } = cast.lucia;
/** Her newest order, on its way. */
const order = "CS-11465";

export function testFunctions(world: CrmUnderTest): void {
	const { get, post, count } = createClient(world);
	const status = (order_id: string, more = {}) => get("/orders/status", { order_id, phone, ...more });

	describe("the demo's functions", () => {
		it("are definitions Chatside takes", () => {
			const read = readFunctions(demoFunctions("http://127.0.0.1:8787"));
			expect(read.map((one) => one.ok)).toEqual([true, true]);
		});

		it("tell how an order is", async () => {
			expect(await status(order)).toEqual({
				status: 200,
				body: {
					order_id: order,
					placed: "2026-03-01T08:00:00Z",
					state: "paid",
					amount: 160.6,
					currency: "EUR",
					items: [
						"1 × Linen tablecloth, Añil",
						expect.stringMatching(/^3 × /),
						expect.stringMatching(/^1 × /),
					],
					shipping: [{ carrier: "Correos Express", number: "CX7740018823ES", status: "in transit" }],
					notes: [],
				},
			});
			expect((await status(" #cs-11465 ")).body.order_id).toBe(order);
		});

		it("write a note, which the status and the order's page tell from then on", async () => {
			const before = await count("order_notes");
			const note = "New address: <b>Calle del Olivar 14</b>";
			expect(await post(`/orders/${order}/note`, { note, phone })).toEqual({
				status: 200,
				body: { order_id: order, saved: true, notes: 1 },
			});
			expect((await post(`/orders/${order}/note`, { note: "Ring twice", phone })).body.notes).toBe(2);
			expect(await count("order_notes")).toBe(before + 2);
			expect((await status(order)).body.notes).toEqual([note, "Ring twice"]);
			const page = await (await world.crm.app.request(`/orders/${order}`)).text();
			expect(page).toContain("New address: &lt;b&gt;");
		});

		it("know no order of somebody else, and write nothing on it", async () => {
			const before = await count("order_notes");
			const others = { phone: cast.marco.phone };
			const nothing = { status: 404, body: { error: `This customer has no order ${order}.` } };
			expect(await status(order, others)).toEqual(nothing);
			expect(await post(`/orders/${order}/note`, { note: "x", ...others })).toEqual(nothing);
			expect((await status("CS-99999")).status).toBe(404);
			expect(await count("order_notes")).toBe(before);
		});

		it.each([
			["order_id", "", {}],
			["order_id", "../customers", {}],
			["order_id", "CS-1' OR 1=1", {}],
			["phone", order, { phone: "612" }],
		])("refuse a bad %s with 400", async (name, id, more) => {
			const refused = await status(id, more);
			expect([refused.status, refused.body.error]).toEqual([400, expect.stringContaining(name)]);
		});

		it("refuse a note that is none, and whoever has no token", async () => {
			const before = await count("order_notes");
			for (const note of [undefined, "", "  ", 7, "x".repeat(1_001), "a\0b"])
				expect((await post(`/orders/${order}/note`, { note, phone })).status, String(note)).toBe(400);
			expect((await post(`/orders/${order}/note`, "nonsense")).status).toBe(400);
			expect((await post(`/orders/${order}/note`, { note: "x", phone }, {})).status).toBe(401);
			expect((await get("/orders/status", { order_id: order, phone }, {})).status).toBe(401);
			expect(await count("order_notes")).toBe(before);
		});

		it("leave reading to GET and writing to POST", async () => {
			expect((await post("/orders/status", { order_id: order, phone })).status).toBe(404);
			expect((await world.crm.app.request(`/orders/${order}/note`, { headers })).status).toBe(404);
		});
	});
}
