import type { OrderNoteAnswer, OrderStatusAnswer } from "../answers";
import type { Database } from "../database";
import type { OrderLookup, OrderNote } from "../parameters";
import { isoTime } from "./json";

/** True for a row of `orders` named `o` when $2 is null or a phone of its customer. */
const isTheirs = `($2::text IS NULL OR EXISTS (
	SELECT 1 FROM customer_phones theirs WHERE theirs.customer_id = o.customer_id AND theirs.phone = $2
))`;

/** How an order is, in few words; null when there is none of that name, or it is not of whoever has the phone. */
export async function loadOrderStatus(
	database: Database,
	{ orderId, phone }: OrderLookup,
): Promise<OrderStatusAnswer | null> {
	const [row] = await database.query<{ status: OrderStatusAnswer }>(
		`SELECT json_build_object(
			'order_id', o.name,
			'placed', ${isoTime("o.placed_at")},
			'state', o.state,
			'amount', o.amount,
			'currency', o.currency,
			'items', (
				SELECT coalesce(json_agg(item.quantity || ' × ' || product.name ORDER BY item.line), '[]')
				FROM order_items item JOIN products product ON product.id = item.product_id
				WHERE item.order_id = o.id
			),
			'shipping', (
				SELECT coalesce(json_agg(json_build_object(
					'carrier', shipment.carrier, 'number', shipment.number, 'status', shipment.status
				)), '[]')
				FROM shipments shipment WHERE shipment.order_id = o.id
			),
			'notes', (
				SELECT coalesce(json_agg(written.note ORDER BY written.id), '[]')
				FROM order_notes written WHERE written.order_id = o.id
			)
		) AS status
		FROM orders o WHERE o.name = $1 AND ${isTheirs}`,
		[orderId, phone ?? null],
	);
	return row?.status ?? null;
}

/** Writes a note on an order; null, and nothing is written, where `loadOrderStatus` would find none. */
export async function addOrderNote(
	database: Database,
	{ orderId, phone, note }: OrderNote,
	writtenAt: Date,
): Promise<OrderNoteAnswer | null> {
	const [row] = await database.query<{ notes: number }>(
		`WITH written AS (
			INSERT INTO order_notes (order_id, note, written_at)
			SELECT o.id, $3, $4 FROM orders o WHERE o.name = $1 AND ${isTheirs}
			RETURNING order_id
		)
		SELECT 1 + (SELECT count(*) FROM order_notes earlier WHERE earlier.order_id = written.order_id)::integer AS notes
		FROM written`,
		[orderId, phone ?? null, note, writtenAt.toISOString()],
	);
	return row ? { order_id: orderId, saved: true, notes: row.notes } : null;
}
