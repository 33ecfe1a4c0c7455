import { jsonBytes } from "@/lib/core/json-bytes";
import { createMutex } from "@/lib/core/mutex";
import { type EgressEntry, entryOf, type PageEntry, type RecordRequest } from "@/lib/egress/entry";
import { type EgressFilter, type EgressOverview, type EgressPage, matches } from "@/lib/egress/filter";
import { overviewOf } from "@/lib/egress/overview";
import { sheetSize } from "@/lib/egress/sheet";
import { pruneEntries, readAll, readBackwards, removeEntries, writeEntries } from "./egress-sheets";
import { database } from "./open-database";
import { keptSince } from "./prune-log";

/** Kept at least, and a sheet more at most; down to half of them where the clock was put back (lib/egress/sheet.ts). */
export const mostEgressEntries = 20_000;
/** The newest may have only one entry. */
const mostSheets = mostEgressEntries / sheetSize + 1;
/** What is written together; a worker that ends in between loses it. */
const writeAfterMs = 250;
/** Kept in memory at most, while the browser refuses to store. */
const mostWaiting = 1_000;
/** Writes between two looks at how many there are. */
const pruneEvery = 200;
/** Looked at for one page: a search that finds little comes back with what it has, and goes on from there. */
const mostLookedAt = 5_000;
/** A request is noted when it has ended, and none takes this long. */
const longestRequestMs = 60_000;

export type EgressLog = ReturnType<typeof createEgressLog>;

/**
 * What left this browser, written behind: a request costs one entry in memory, which is written with its like. What
 * cannot be stored waits for the next write and is dropped in the end: the log never fails a request.
 */
export function createEgressLog(now: () => number) {
	const exclusively = createMutex();
	const waiting = new Map<number, () => EgressEntry>();
	let timer: ReturnType<typeof setTimeout> | undefined;
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
		return exclusively(write);
	}

	async function write(): Promise<void> {
		const batch = [...waiting];
		if (batch.length === 0) return;
		waiting.clear();
		try {
			await writeEntries(batch.map(([, entry]) => entry()));
			sincePruned += batch.length;
			if (sincePruned >= pruneEvery) await dropOld();
		} catch {
			const newer = [...waiting];
			waiting.clear();
			for (const [seq, one] of [...batch, ...newer].slice(-mostWaiting)) waiting.set(seq, one);
		}
	}

	/** Removes what is older than thirty days, and the oldest above the limit, by whole sheets. */
	const prune = () => exclusively(dropOld);

	function dropOld(): Promise<void> {
		sincePruned = 0;
		return pruneEntries(keptSince(now()), mostSheets);
	}

	/** The requests a filter means, newest first, before `before`. */
	async function list(
		filter: EgressFilter,
		{ before = Number.POSITIVE_INFINITY, limit }: { before?: number; limit: number },
	): Promise<EgressPage> {
		await flush();
		const { since = 0, until = Number.POSITIVE_INFINITY } = filter;
		const below = Math.min(before, (until + longestRequestMs) * 1_000);
		const rows: EgressEntry[] = [];
		let looked = 0;
		for await (const entries of readBackwards(since * 1_000, below))
			for (const entry of entries) {
				if (matches(entry, filter)) rows.push(entry);
				if (rows.length === limit || ++looked === mostLookedAt) return { rows, next: entry.seq };
			}
		return { rows };
	}

	/** How many there are, and what they can be filtered by. */
	const overview = async (): Promise<EgressOverview> => overviewOf(await all());

	/** The requests of one purpose, or of all of its kind, since then, oldest first. */
	async function ofPurpose(
		purpose: Pick<EgressFilter, "kind" | "name">,
		since: number,
	): Promise<EgressEntry[]> {
		await flush();
		const found: EgressEntry[] = [];
		for await (const entries of readBackwards(since * 1_000, Number.POSITIVE_INFINITY))
			found.push(...entries.filter((entry) => matches(entry, purpose)));
		return found.reverse();
	}

	/** Forgets the requests a filter means; gives how many. */
	async function remove(filter: EgressFilter): Promise<number> {
		await flush();
		return exclusively(() => removeEntries((entry) => matches(entry, filter)));
	}

	/** Forgets everything, also what is not written yet. */
	const clear = () =>
		exclusively(async () => {
			waiting.clear();
			await (await database()).clear("egress");
		});

	/** Every request, oldest first. */
	async function all(): Promise<EgressEntry[]> {
		await flush();
		return readAll();
	}

	/** How much there is; `bytes` by a sample of the oldest. */
	async function amount(): Promise<{ count: number; bytes: number; since?: number }> {
		const entries = await all();
		const { length: count } = entries;
		const sample = entries.slice(0, sheetSize);
		const sampled = sample.reduce((sum, entry) => sum + jsonBytes(entry), 0);
		const bytes = count === 0 ? 0 : Math.round((sampled / sample.length) * count);
		return { count, bytes, ...(sample[0] && { since: sample[0].at }) };
	}

	return { record, recordEntry, flush, prune, list, overview, ofPurpose, remove, clear, all, amount };
}
