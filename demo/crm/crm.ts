import type { Hono } from "hono";
import { createApp } from "./app";
import { type Database, openPostgres } from "./database";
import { openEmbeddedDatabase } from "./embedded-database";
import { createTables } from "./schema";
import { buildSeed } from "./seed/build-seed";
import { insertRows, isEmpty } from "./seed/insert";

export type CrmOptions = {
	/** An open database to use; the caller closes it. */
	database?: Database;
	/** A PostgreSQL server; without it and without `database`, an embedded one is started. */
	databaseUrl?: string;
	/** What callers must send as `Authorization: Bearer …`. */
	token: string;
	/** Where the app is reached, such as `http://127.0.0.1:4100`. */
	baseUrl: string;
	/** "Today" of the demo data: orders and carts are dated back from here when the database is filled. */
	now: Date;
};

export type Crm = { app: Hono; close(): Promise<void> };

/**
 * The demo CRM on its database: creates the tables that are missing, fills them when there is no customer yet.
 * Rejects when the database cannot be reached.
 */
export async function createCrm(options: CrmOptions): Promise<Crm> {
	const database = options.database ?? (await openOwnDatabase(options.databaseUrl));
	const close = async () => {
		if (database !== options.database) await database.close();
	};
	try {
		await createTables(database);
		if (await isEmpty(database)) await insertRows(database, buildSeed(options.now));
	} catch (error) {
		await close();
		throw error;
	}
	return { app: createApp(database, options.token, options.baseUrl.replace(/\/+$/, "")), close };
}

function openOwnDatabase(url: string | undefined): Promise<Database> | Database {
	return url ? openPostgres(url) : openEmbeddedDatabase();
}
