import type { RowPage } from "@/lib/core/known-rows";
import { createMutex } from "@/lib/core/mutex";
import {
	type CallEntry,
	type CallFilter,
	callEntryOf,
	type MadeCall,
	matchesCall,
} from "@/lib/functions/call-log";
import { database } from "./open-database";
import { pruneLog } from "./prune-log";

export const mostFunctionCalls = 2_000;

export type FunctionLog = ReturnType<typeof createFunctionLog>;

/** The calls of functions, each with what it was about and what came of it. */
export function createFunctionLog(now: () => number) {
	const exclusively = createMutex();
	let lastSeq = 0;
	let writing: Promise<void> = Promise.resolve();

	/** Notes a call. What the browser cannot store is lost: the log fails no call. */
	function record(call: MadeCall): void {
		lastSeq = Math.max(lastSeq + 1, now() * 1_000);
		const entry: CallEntry = { seq: lastSeq, ...callEntryOf(call) };
		writing = exclusively(async () => {
			await (await database()).put("functionCalls", entry);
			await prune();
		}).catch(() => undefined);
	}

	const prune = () => pruneLog("functionCalls", mostFunctionCalls, now());

	/** The calls a filter means, newest first, before `before`. */
	async function list(
		filter: CallFilter,
		{ before = Number.POSITIVE_INFINITY, limit }: { before?: number; limit: number },
	): Promise<RowPage<CallEntry>> {
		await writing;
		const rows: CallEntry[] = [];
		const { store } = (await database()).transaction("functionCalls");
		let cursor = await store.openCursor(IDBKeyRange.upperBound(before, true), "prev");
		for (; cursor; cursor = await cursor.continue()) {
			if (!matchesCall(cursor.value, filter)) continue;
			rows.push(cursor.value);
			if (rows.length === limit) return { rows, next: cursor.key };
		}
		return { rows };
	}

	/** Forgets the calls a filter means; gives how many. */
	async function remove(filter: CallFilter): Promise<number> {
		const { rows } = await list(filter, { limit: Number.POSITIVE_INFINITY });
		const transaction = (await database()).transaction("functionCalls", "readwrite");
		await Promise.all(rows.map(({ seq }) => transaction.store.delete(seq)));
		await transaction.done;
		return rows.length;
	}

	/** Every call, oldest first. */
	async function all(): Promise<CallEntry[]> {
		await writing;
		return (await database()).getAll("functionCalls");
	}

	async function clear(): Promise<void> {
		await writing;
		await (await database()).clear("functionCalls");
	}

	/** How many there are, and the newest of them. Pages ask again and again: the calls themselves are not read. */
	async function amount(): Promise<{ count: number; newest?: number }> {
		await writing;
		const { store } = (await database()).transaction("functionCalls");
		const [count, newest] = await Promise.all([store.count(), store.openKeyCursor(null, "prev")]);
		return { count, ...(newest && { newest: newest.primaryKey }) };
	}

	return { record, prune, list, remove, all, clear, amount };
}
