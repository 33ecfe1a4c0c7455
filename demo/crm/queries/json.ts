/**
 * Pieces of SQL that build an answer's JSON inside the database. All of them expect the CRM's address as `$1`.
 * Nothing a caller sends is ever part of the SQL itself: it goes in as a parameter.
 */

/** A moment as ISO 8601 in UTC, whatever the server's time zone. */
export const isoTime = (column: string) =>
	`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const itemsJson = (table: "order_items" | "cart_items", owner: string) => `
	SELECT coalesce(json_agg(json_build_object(
		'name', product.name,
		'quantity', item.quantity,
		'price', item.price,
		'sku', product.sku,
		'image', $1 || '/images/' || product.sku || '.svg',
		'url', $1 || '/products/' || product.sku
	) ORDER BY item.line), '[]')
	FROM ${table} item JOIN products product ON product.id = item.product_id
	WHERE ${owner}`;

/** For a row of `orders` named `o`. */
export const orderJson = `json_build_object(
	'name', o.name,
	'date', ${isoTime("o.placed_at")},
	'amount', o.amount,
	'netAmount', CASE WHEN o.state = 'cancelled' THEN 0 ELSE o.amount - o.refunded END,
	'totalRefunded', o.refunded,
	'totalDiscounts', o.discount,
	'state', o.state,
	'url', $1 || '/orders/' || o.name,
	'currency', o.currency,
	'items', (${itemsJson("order_items", "item.order_id = o.id")}),
	'tracking', (
		SELECT coalesce(json_agg(json_build_object(
			'carrier', shipment.carrier,
			'number', shipment.number,
			'url', $1 || '/orders/' || o.name || '#' || shipment.number,
			'status', shipment.status
		)), '[]')
		FROM shipments shipment WHERE shipment.order_id = o.id
	),
	'paymentMethod', o.payment_method
)`;

/** For a row of `carts` named `cart`, of the customer `c`. */
export const cartJson = `json_build_object(
	'date', ${isoTime("cart.abandoned_at")},
	'amount', (SELECT sum(item.quantity * item.price) FROM cart_items item WHERE item.cart_id = cart.id),
	'currency', c.currency,
	'url', $1 || '/customers/' || c.id || '#cart-' || cart.id,
	'items', (${itemsJson("cart_items", "item.cart_id = cart.id")})
)`;
