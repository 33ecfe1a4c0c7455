import type { Database } from "../database";
import type { SeedRows } from "./rows";

/**
 * Inserts all rows in one statement, every table's rows as one JSON parameter: fast, and all or nothing. Rows
 * that exist already are left alone, so two processes that start together on one server do not disturb each other.
 */
export async function insertRows(database: Database, rows: SeedRows): Promise<void> {
	const tables = Object.entries(rows);
	const inserts = tables.map(
		([table], index) => `insert_${table} AS (
			INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $${index + 1}::json)
			ON CONFLICT DO NOTHING
		)`,
	);
	await database.query(
		`WITH ${inserts.join(", ")} SELECT 1`,
		tables.map(([, list]) => JSON.stringify(list)),
	);
}

/** True when nobody was put in yet: only then is the database filled. */
export async function isEmpty(database: Database): Promise<boolean> {
	const rows = await database.query("SELECT 1 FROM customers LIMIT 1");
	return rows.length === 0;
}
