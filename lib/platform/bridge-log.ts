import { type BridgeCallEntry, type BridgeCallFilter, matchesBridgeCall } from "@/lib/bridge/call-log";
import type { RowPage } from "@/lib/core/known-rows";
import { createMutex } from "@/lib/core/mutex";
import { database } from "./open-database";
import { pruneLog } from "./prune-log";

export const mostBridgeCalls = 2_000;
/** What comes within so many ms is written together: a program that reads a lot is not to wait for a disk. */
const togetherMs = 200;

export type BridgeLog = ReturnType<typeof createBridgeLog>;

/** The calls of programs at the bridge, each with what came of it. */
export function createBridgeLog(now: () => number) {
	const exclusively = createMutex();
	let lastSeq = 0;
	let unwritten: BridgeCallEntry[] = [];
	let timer: ReturnType<typeof setTimeout> | undefined;

	/** Notes a call. What the browser cannot store is lost: the log fails no call. */
	function record(call: Omit<BridgeCallEntry, "seq">): void {
		lastSeq = Math.max(lastSeq + 1, now() * 1_000);
		unwritten.push({ seq: lastSeq, ...call });
		timer ??= setTimeout(() => void written(), togetherMs);
	}

	/** Settles when everything that was noted is stored. */
	async function written(): Promise<void> {
		clearTimeout(timer);
		timer = undefined;
		await exclusively(async () => {
			const entries = unwritten;
			if (entries.length === 0) return;
			unwritten = [];
			const transaction = (await database()).transaction("bridgeCalls", "readwrite");
			await Promise.all([...entries.map((entry) => transaction.store.put(entry)), transaction.done]);
			await prune();
		}).catch(() => undefined);
	}

	const prune = () => pruneLog("bridgeCalls", mostBridgeCalls, now());

	/** The calls a filter means, newest first, before `before`. */
	async function list(
		filter: BridgeCallFilter,
		{ before = Number.POSITIVE_INFINITY, limit }: { before?: number; limit: number },
	): Promise<RowPage<BridgeCallEntry>> {
		await written();
		const rows: BridgeCallEntry[] = [];
		const { store } = (await database()).transaction("bridgeCalls");
		let cursor = await store.openCursor(IDBKeyRange.upperBound(before, true), "prev");
		for (; cursor; cursor = await cursor.continue()) {
			if (!matchesBridgeCall(cursor.value, filter)) continue;
			rows.push(cursor.value);
			if (rows.length === limit) return { rows, next: cursor.key };
		}
		return { rows };
	}

	/** Every call, oldest first. */
	async function all(): Promise<BridgeCallEntry[]> {
		await written();
		return (await database()).getAll("bridgeCalls");
	}

	async function clear(): Promise<void> {
		await written();
		await (await database()).clear("bridgeCalls");
	}

	return { record, prune, list, all, clear };
}
