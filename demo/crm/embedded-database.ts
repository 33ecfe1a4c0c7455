import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { PGlite } from "@electric-sql/pglite";
import type { Database } from "./database";
import { schemaName } from "./schema";

/** PostgreSQL inside this process, in memory: nothing to install, gone when it is closed. */
export async function openEmbeddedDatabase(): Promise<Database> {
	const pglite = await startPglite();
	await pglite.query(`SET search_path TO ${schemaName}`);
	return {
		async query<Row>(sql: string, parameters: unknown[] = []) {
			return (await pglite.query<Row>(sql, parameters)).rows;
		},
		close: () => pglite.close(),
	};
}

/**
 * Creating an empty database cluster takes PGlite two or three seconds, loading a copy of one less than a
 * second: the first start leaves a copy in `node_modules/.cache`. A copy that is missing or unusable only costs time.
 */
async function startPglite(): Promise<PGlite> {
	const file = await snapshotFile();
	try {
		// Node's own gunzip is faster than the one PGlite would use.
		const files = await promisify(gunzip)(await readFile(file));
		return await PGlite.create({ loadDataDir: new Blob([files], { type: "application/x-tar" }) });
	} catch {
		const pglite = await PGlite.create();
		await saveSnapshot(pglite, file).catch(() => undefined);
		return pglite;
	}
}

/** The name holds PGlite's version: another version may not read this one's files. */
async function snapshotFile(): Promise<string> {
	const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve("@electric-sql/pglite")));
	const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8"));
	return join(packageFolder, "../../.cache/chatside-demo", `pglite-${version}.tar.gz`);
}

/** Renamed into place, so that a process starting at the same moment never reads half a file. */
async function saveSnapshot(pglite: PGlite, file: string): Promise<void> {
	const snapshot = await pglite.dumpDataDir("gzip");
	await mkdir(dirname(file), { recursive: true });
	const draft = `${file}.${process.pid}`;
	await writeFile(draft, Buffer.from(await snapshot.arrayBuffer()));
	await rename(draft, file);
}
