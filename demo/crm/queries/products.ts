import type { ProductAnswer } from "../answers";
import type { Database } from "../database";
import { toLikePatterns } from "../search-text";

/** For a row of `products` named `p`; expects the CRM's address as `$1`. */
const productJson = `json_build_object(
	'id', p.id::text,
	'name', p.name,
	'price', p.price,
	'currency', p.currency,
	'stock', p.stock,
	'sku', p.sku,
	'url', $1 || '/products/' || p.sku,
	'image', $1 || '/images/' || p.sku || '.svg',
	'category', p.category,
	'variants', (
		SELECT coalesce(json_agg(json_build_object(
			'name', v.name, 'sku', v.sku, 'price', p.price, 'stock', v.stock
		) ORDER BY v.position), '[]')
		FROM product_variants v WHERE v.product_id = p.id
	)
)`;

/** Products with every word of the query in their name, SKU or category; those in stock first. */
export async function searchProducts(
	database: Database,
	baseUrl: string,
	query: string,
	limit: number,
): Promise<ProductAnswer[]> {
	const rows = await database.query<{ product: ProductAnswer }>(
		`SELECT ${productJson} AS product FROM products p
		WHERE p.search_text LIKE ALL ($2::text[])
		ORDER BY p.stock = 0, p.id
		LIMIT $3`,
		[baseUrl, toLikePatterns(query), limit],
	);
	return rows.map((row) => row.product);
}

/** The product with this SKU, or null. */
export async function loadProduct(
	database: Database,
	baseUrl: string,
	sku: string,
): Promise<ProductAnswer | null> {
	const [row] = await database.query<{ product: ProductAnswer }>(
		`SELECT ${productJson} AS product FROM products p WHERE p.sku = $2`,
		[baseUrl, sku],
	);
	return row?.product ?? null;
}
