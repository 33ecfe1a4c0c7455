import type { FoundCustomer } from "../answers";
import type { Database } from "../database";
import type { Find } from "../parameters";
import { toLikePatterns, toPhonePattern } from "../search-text";

/**
 * Customers whose name or email has every word of the query, or whose phone has its digits. The conversation's
 * own number does not narrow the search: who has it comes first. Without a query, it is what is searched.
 */
export async function findCustomers(
	database: Database,
	baseUrl: string,
	{ query, phone, limit }: Find,
): Promise<FoundCustomer[]> {
	const rows = await database.query<{ customer: FoundCustomer }>(
		`SELECT json_build_object(
			'id', c.id::text,
			'name', c.name,
			'email', c.email,
			'phone', (SELECT p.phone FROM customer_phones p WHERE p.customer_id = c.id AND p.is_primary),
			'state', c.state,
			'currency', c.currency,
			'ordersCount', (SELECT count(*) FROM orders o WHERE o.customer_id = c.id),
			'shopUrl', $1 || '/customers/' || c.id
		) AS customer
		FROM customers c
		CROSS JOIN LATERAL (
			SELECT EXISTS (SELECT 1 FROM customer_phones p WHERE p.customer_id = c.id AND p.phone = $2::text) AS same
		) number
		WHERE CASE WHEN $3::text[] IS NULL THEN number.same ELSE
			c.search_text LIKE ALL ($3::text[])
			OR EXISTS (SELECT 1 FROM customer_phones p WHERE p.customer_id = c.id AND p.phone LIKE $4::text)
		END
		ORDER BY number.same DESC, c.search_text, c.id
		LIMIT $5`,
		[
			baseUrl,
			phone ?? null,
			query === undefined ? null : toLikePatterns(query),
			query === undefined ? null : toPhonePattern(query),
			limit,
		],
	);
	return rows.map((row) => row.customer);
}
