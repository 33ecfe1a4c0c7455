import pg from "pg";
import { schemaName } from "./schema";

/** All the CRM needs of a database: PostgreSQL's SQL with `$1` parameters in, rows out. */
export type Database = {
	/** Runs one statement. Rejects with the driver's error when the database refuses it. */
	query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
	close(): Promise<void>;
};

/**
 * Any PostgreSQL server (12 or newer). The tables live in their own schema, so the server's other tables are
 * neither read nor changed.
 *
 * @param url `postgres://user:password@host:port/database`
 */
export function openPostgres(url: string): Database {
	const pool = new pg.Pool({ connectionString: url, options: `-c search_path=${schemaName}` });
	// An idle connection that the server closes would otherwise end the process; the next query reconnects.
	pool.on("error", (error) => console.error(`Demo CRM: lost an idle database connection (${error.message})`));
	return {
		async query<Row>(sql: string, parameters: unknown[] = []) {
			const { rows } = await pool.query(sql, parameters);
			return rows as Row[];
		},
		close: () => pool.end(),
	};
}
