import type { CustomerAnswer } from "../answers";
import type { Database } from "../database";
import type { Lookup } from "../parameters";
import { cartJson, isoTime, orderJson } from "./json";

/**
 * The customers a conversation belongs to, by id. A linked customer (`customer_id`) decides alone; else whoever
 * has the phone; only when nobody has it, whoever has one of the related phones. The answer may hold several.
 */
export async function findCustomerIds(database: Database, lookup: Lookup): Promise<number[]> {
	if (lookup.customerId !== undefined) return [lookup.customerId];
	const byPhone = lookup.phone === undefined ? [] : await idsWithPhone(database, [lookup.phone]);
	return byPhone.length > 0 ? byPhone : idsWithPhone(database, lookup.relatedPhones);
}

async function idsWithPhone(database: Database, phones: string[]): Promise<number[]> {
	if (phones.length === 0) return [];
	const rows = await database.query<{ customer_id: number }>(
		"SELECT DISTINCT customer_id FROM customer_phones WHERE phone = ANY($1::text[])",
		[phones],
	);
	return rows.map((row) => row.customer_id);
}

/** Whole customers, orders newest first, in the order of their ids. Ids that nobody has are passed over. */
export async function loadCustomers(
	database: Database,
	baseUrl: string,
	ids: number[],
): Promise<CustomerAnswer[]> {
	if (ids.length === 0) return [];
	const rows = await database.query<{ customer: CustomerAnswer }>(
		`SELECT json_strip_nulls(json_build_object(
			'id', c.id::text,
			'name', c.name,
			'email', c.email,
			'phone', (SELECT phone FROM customer_phones WHERE customer_id = c.id AND is_primary),
			'shopUrl', $1 || '/customers/' || c.id,
			'state', c.state,
			'currency', c.currency,
			'tags', c.tags,
			'notes', c.notes,
			'address', c.address,
			'createdAt', ${isoTime("c.created_at")},
			'ordersCount', totals.orders,
			'totalSpent', totals.spent,
			'totalRefunded', totals.refunded,
			'totalDiscounts', totals.discounts,
			'loyaltyPoints', c.loyalty_points,
			'birthday', c.birthday,
			'accountManager', c.account_manager,
			'instagram', c.instagram,
			'preferredStore', (
				SELECT json_build_object('name', store.name, 'city', store.city)
				FROM stores store WHERE store.id = c.preferred_store_id
			),
			'lastCampaigns', nullif(c.last_campaigns, '{}'),
			'otherPhones', (SELECT json_agg(phone) FROM customer_phones WHERE customer_id = c.id AND NOT is_primary),
			'orders', (
				SELECT coalesce(json_agg(${orderJson} ORDER BY o.placed_at DESC), '[]')
				FROM orders o WHERE o.customer_id = c.id
			),
			'abandonedCarts', (
				SELECT coalesce(json_agg(${cartJson} ORDER BY cart.abandoned_at DESC), '[]')
				FROM carts cart WHERE cart.customer_id = c.id
			)
		)) AS customer
		FROM customers c
		CROSS JOIN LATERAL (
			SELECT
				count(*) AS orders,
				coalesce(sum(amount) FILTER (WHERE state NOT IN ('pending', 'cancelled')), 0) AS spent,
				coalesce(sum(refunded), 0) AS refunded,
				coalesce(sum(discount) FILTER (WHERE state NOT IN ('pending', 'cancelled')), 0) AS discounts
			FROM orders WHERE customer_id = c.id
		) totals
		WHERE c.id = ANY($2::integer[])
		ORDER BY c.id`,
		[baseUrl, ids],
	);
	return rows.map((row) => row.customer);
}
