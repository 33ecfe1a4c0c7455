import type { Purpose } from "@/lib/core/http";
import { jsonBytes } from "@/lib/core/json-bytes";
import { type EgressEntry, entryOf, type PageEntry, type RecordRequest } from "@/lib/egress/entry";
import { type EgressFilter, type EgressOverview, type EgressPage, matches } from "@/lib/egress/filter";
import { database } from "./open-database";
import { pruneLog } from "./prune-log";

export const mostEgressEntries = 20_000;
/** What is written together; a worker that ends in between loses it. */
const writeAfterMs = 250;
/** Kept in memory at most, while the browser refuses to store. */
const mostWaiting = 1_000;
/** Writes between two looks at how many there are. */
const pruneEvery = 200;
/** Looked at for one page: a search that finds little comes back with what it has, and goes on from there. */
const mostLookedAt = 5_000;
const chunkSize = 500;
const sampleSize = 100;
/** A request is noted when it has ended, and none takes this long. */
const longestRequestMs = 60_000;

export type EgressLog = ReturnType<typeof createEgressLog>;

/**
 * What left this browser, written behind: a request costs one entry in memory, which is written with its like. What
 * cannot be stored waits for the next write and is dropped in the end: the log never fails a request.
 */
export function createEgressLog(now: () => number) {
	const waiting = new Map<number, () => EgressEntry>();
	let timer: ReturnType<typeof setTimeout> | undefined;
	let writing: Promise<void> = Promise.resolve();
	let lastSeq = 0;
	let sincePruned = pruneEvery;

	const record: RecordRequest = (sent) => {
		const seq = nextSeq();
		note(seq, () => entryOf(sent, seq));
		return (verdict) => note(seq, () => entryOf(sent, seq, verdict));
	};

	/** Notes a request a page has made itself; `before` is the note it replaces. Gives the note's own number. */
	function recordEntry(entry: PageEntry, before?: number): number {
		const seq = before ?? nextSeq();
		note(seq, () => ({ seq, ...entry }));
		return seq;
	}

	function nextSeq(): number {
		lastSeq = Math.max(lastSeq + 1, now() * 1_000);
		return lastSeq;
	}

	function note(seq: number, entry: () => EgressEntry): void {
		waiting.set(seq, entry);
		timer ??= setTimeout(() => void flush(), writeAfterMs);
	}

	/** Writes what waits. Never rejects. */
	function flush(): Promise<void> {
		clearTimeout(timer);
		timer = undefined;
		writing = writing.then(write);
		return writing;
	}

	async function write(): Promise<void> {
		const batch = [...waiting];
		if (batch.length === 0) return;
		waiting.clear();
		try {
			const db = await database();
			const transaction = db.transaction("egress", "readwrite", { durability: "relaxed" });
			for (const [, entry] of batch) void transaction.store.put(entry()).catch(() => undefined);
			await transaction.done;
			sincePruned += batch.length;
			if (sincePruned >= pruneEvery) await prune();
		} catch {
			const newer = [...waiting];
			waiting.clear();
			for (const [seq, one] of [...batch, ...newer].slice(-mostWaiting)) waiting.set(seq, one);
		}
	}

	/** Removes what is too old, and the oldest above the limit. */
	function prune(): Promise<void> {
		sincePruned = 0;
		return pruneLog("egress", mostEgressEntries, now());
	}

	/** The requests a filter means, newest first, before `before`. */
	async function list(
		filter: EgressFilter,
		{ before, limit }: { before?: number; limit: number },
	): Promise<EgressPage> {
		await flush();
		const rows: EgressEntry[] = [];
		let next = before;
		for (let looked = 0; looked < mostLookedAt; looked += chunkSize) {
			const chunk = await readBackwards(filter, next);
			for (const entry of chunk) {
				next = entry.seq;
				if (matches(entry, filter)) rows.push(entry);
				if (rows.length === limit) return { rows, next };
			}
			if (chunk.length < chunkSize) return { rows };
		}
		return { rows, next };
	}

	/** How many there are, and what they can be filtered by. */
	async function overview(): Promise<EgressOverview> {
		await flush();
		const { store } = (await database()).transaction("egress");
		const [count, newest] = await Promise.all([store.count(), store.openKeyCursor(null, "prev")]);
		const hosts: string[] = [];
		for (
			let one = await store.index("host").openKeyCursor(null, "nextunique");
			one;
			one = await one.continue()
		)
			hosts.push(one.key);
		const purposes: Purpose[] = [];
		// The index goes on with the seq: from each purpose straight to the next.
		const purpose = store.index("purpose");
		for (let one = await purpose.openKeyCursor(); one; ) {
			const [kind, name] = one.key;
			purposes.push({ kind, name });
			one = await purpose.openKeyCursor(IDBKeyRange.lowerBound([kind, name, Number.POSITIVE_INFINITY]));
		}
		return { count, ...(newest && { newest: newest.primaryKey }), hosts, purposes };
	}

	/** The requests of one purpose since then, oldest first. */
	async function ofPurpose({ kind, name }: Purpose, since: number): Promise<EgressEntry[]> {
		await flush();
		const range = IDBKeyRange.bound([kind, name, since * 1_000], [kind, name, Number.POSITIVE_INFINITY]);
		return (await database()).getAllFromIndex("egress", "purpose", range);
	}

	/** Forgets the requests a filter means; gives how many. */
	async function remove(filter: EgressFilter): Promise<number> {
		await flush();
		let count = 0;
		let before: number | undefined;
		do {
			const page: EgressPage = await list(filter, {
				limit: chunkSize,
				...(before !== undefined && { before }),
			});
			const transaction = (await database()).transaction("egress", "readwrite");
			await Promise.all(page.rows.map(({ seq }) => transaction.store.delete(seq)));
			await transaction.done;
			count += page.rows.length;
			before = page.next;
		} while (before !== undefined);
		return count;
	}

	/** Forgets everything, also what is not written yet. */
	async function clear(): Promise<void> {
		waiting.clear();
		await writing;
		await (await database()).clear("egress");
	}

	/** Every request, oldest first. */
	async function all(): Promise<EgressEntry[]> {
		await flush();
		return (await database()).getAll("egress");
	}

	/** How much there is, by a sample of the oldest. */
	async function amount(): Promise<{ count: number; bytes: number; since?: number }> {
		await flush();
		const { store } = (await database()).transaction("egress");
		const [count, sample] = await Promise.all([store.count(), store.getAll(null, sampleSize)]);
		const sampled = sample.reduce((sum, entry) => sum + jsonBytes(entry), 0);
		const bytes = sample.length === 0 ? 0 : Math.round((sampled / sample.length) * count);
		return { count, bytes, ...(sample[0] && { since: sample[0].at }) };
	}

	return { record, recordEntry, flush, prune, list, overview, ofPurpose, remove, clear, all, amount };
}

async function readBackwards({ since, until }: EgressFilter, before?: number): Promise<EgressEntry[]> {
	const below = Math.min(
		before ?? Number.POSITIVE_INFINITY,
		until === undefined ? Number.POSITIVE_INFINITY : (until + longestRequestMs) * 1_000,
	);
	const from = since === undefined ? 0 : since * 1_000;
	if (from >= below) return [];
	const { store } = (await database()).transaction("egress");
	const found: EgressEntry[] = [];
	let cursor = await store.openCursor(IDBKeyRange.bound(from, below, false, true), "prev");
	for (; cursor && found.length < chunkSize; cursor = await cursor.continue()) found.push(cursor.value);
	return found;
}
