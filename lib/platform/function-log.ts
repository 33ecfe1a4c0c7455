import { jsonBytes } from "@/lib/core/json-bytes";
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

export const mostFunctionCalls = 2_000;
/** As the log of all requests (egress-log.ts). */
const daysKept = 30;
const dayMs = 24 * 3_600_000;

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

	/** Removes what is too old, and the oldest above the limit. */
	async function prune(): Promise<void> {
		const transaction = (await database()).transaction("functionCalls", "readwrite");
		const { store } = transaction;
		await store.delete(IDBKeyRange.upperBound((now() - daysKept * dayMs) * 1_000, true));
		const surplus = (await store.count()) - mostFunctionCalls;
		const oldest = surplus > 0 ? (await store.getAllKeys(null, surplus)).at(-1) : undefined;
		if (oldest !== undefined) await store.delete(IDBKeyRange.upperBound(oldest));
		await transaction.done;
	}

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

	/** How many there are, the newest of them, and how much they take. */
	async function amount(): Promise<{ count: number; newest?: number; bytes: number; since?: number }> {
		const entries = await all();
		const [first] = entries;
		const last = entries.at(-1);
		return {
			count: entries.length,
			bytes: entries.reduce((sum, entry) => sum + jsonBytes(entry), 0),
			...(first && { since: first.at }),
			...(last && { newest: last.seq }),
		};
	}

	return { record, prune, list, remove, all, clear, amount };
}
