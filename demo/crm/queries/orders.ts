import type { OrderAnswer } from "../answers";
import type { Database } from "../database";
import { orderJson } from "./json";

/** An order and whose it is, for its page; null when no order has the name. */
export async function loadOrder(
	database: Database,
	baseUrl: string,
	name: string,
): Promise<{ order: OrderAnswer; customerId: number; customerName: string } | null> {
	const [row] = await database.query<{ order: OrderAnswer; customer_id: number; customer_name: string }>(
		`SELECT ${orderJson} AS order, o.customer_id, c.name AS customer_name
		FROM orders o JOIN customers c ON c.id = o.customer_id
		WHERE o.name = $2`,
		[baseUrl, name],
	);
	return row ? { order: row.order, customerId: row.customer_id, customerName: row.customer_name } : null;
}
