import type { Context, Hono } from "hono";
import type { Database } from "./database";
import { type Parameters, type Read, readOrderLookup, readOrderNote, readParameters } from "./parameters";
import { addOrderNote, loadOrderStatus } from "./queries/order-status";
import { refuseStranger } from "./refuse-stranger";

/**
 * What the assistant may call (contract, section 4): `GET /orders/status?order_id=&phone=` tells how an order is, and
 * `POST /orders/{order_id}/note` with `{ "note", "phone" }` writes a note on it. With a `phone`, an order of somebody
 * else is one that does not exist. The definitions to import are in ../functions.ts.
 */
export function addFunctions(app: Hono, database: Database, token: string): void {
	async function answer<P extends { orderId: string }>(
		context: Context,
		parameters: Read<Parameters>,
		read: (parameters: Parameters) => Read<P>,
		use: (wanted: P) => Promise<object | null>,
	): Promise<Response> {
		const refused = refuseStranger(context, token, parameters.ok ? parameters.value : {});
		if (refused) return refused;
		const wanted = parameters.ok ? read(parameters.value) : parameters;
		if (!wanted.ok) return context.json({ error: wanted.error }, 400);
		const found = await use(wanted.value);
		if (found) return context.json(found);
		return context.json({ error: `This customer has no order ${wanted.value.orderId}.` }, 404);
	}

	app.get("/orders/status", async (context) =>
		answer(context, await readParameters(context.req.raw), readOrderLookup, (wanted) =>
			loadOrderStatus(database, wanted),
		),
	);

	app.post("/orders/:name/note", async (context) => {
		const body = await readParameters(context.req.raw);
		const parameters: Read<Parameters> = body.ok
			? { ok: true, value: { ...body.value, order_id: context.req.param("name") } }
			: body;
		return answer(context, parameters, readOrderNote, (wanted) => addOrderNote(database, wanted, new Date()));
	});
}
