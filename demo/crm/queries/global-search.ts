import type { SearchResult } from "../answers";
import type { Database } from "../database";
import { toLikePatterns, toPhonePattern } from "../search-text";

/**
 * Customers (by name, email or phone), orders (by name, tracking number or the customer's name; newest first) and
 * products, in this order. Each kind gives at most a third of the limit as long as the others have as many to give.
 */
export async function searchEverywhere(
	database: Database,
	baseUrl: string,
	query: string,
	limit: number,
): Promise<SearchResult[]> {
	const rows = await database.query<SearchResult>(
		`WITH hits AS (
			SELECT 'customer' AS type, 1 AS kind, c.name AS title,
				c.email || ' · ' || coalesce(p.phone, '') AS subtitle,
				$1 || '/customers/' || c.id AS url, c.id::text AS id,
				row_number() OVER (ORDER BY c.search_text, c.id) AS place
			FROM customers c LEFT JOIN customer_phones p ON p.customer_id = c.id AND p.is_primary
			WHERE c.search_text LIKE ALL ($2::text[])
				OR EXISTS (SELECT 1 FROM customer_phones other WHERE other.customer_id = c.id AND other.phone LIKE $3::text)
			UNION ALL
			SELECT 'order', 2, o.name,
				c.name || ' · ' || o.amount || ' ' || o.currency || ' · ' || o.state,
				$1 || '/orders/' || o.name, o.id::text,
				row_number() OVER (ORDER BY o.placed_at DESC)
			FROM orders o JOIN customers c ON c.id = o.customer_id
			LEFT JOIN (
				SELECT order_id, string_agg(lower(number), ' ') AS numbers FROM shipments GROUP BY order_id
			) parcels ON parcels.order_id = o.id
			WHERE lower(o.name) || ' ' || coalesce(parcels.numbers, '') || ' ' || c.search_text LIKE ALL ($2::text[])
			UNION ALL
			SELECT 'product', 3, p.name, p.sku || ' · ' || p.price || ' ' || p.currency,
				$1 || '/products/' || p.sku, p.id::text,
				row_number() OVER (ORDER BY p.stock = 0, p.id)
			FROM products p WHERE p.search_text LIKE ALL ($2::text[])
		), chosen AS (
			SELECT * FROM hits ORDER BY place, kind LIMIT $4
		)
		SELECT type, title, subtitle, url, id FROM chosen ORDER BY kind, place`,
		[baseUrl, toLikePatterns(query), toPhonePattern(query), limit],
	);
	return rows;
}
