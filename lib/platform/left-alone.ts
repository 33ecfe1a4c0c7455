import type { SkipReason } from "@/lib/followup/follow-up";
import type { LeftAlone } from "@/lib/followup/kept-conversation";
import { database } from "./open-database";
import { write } from "./writing";

/** A reason that stays the same is noted again after so long: reports count by days. */
const notedAgainMs = 12 * 3_600_000;

/** Notes why a run at `at` left conversations alone; `null` where it found something. One that is gone is left out. */
export async function noteLeftAlone(
	reasons: ReadonlyMap<string, SkipReason | null>,
	at: number,
): Promise<void> {
	if (reasons.size === 0) return;
	await write(["keptConversations"], async (transaction) => {
		const store = transaction.objectStore("keptConversations");
		const hashes = [...reasons.keys()];
		const known = await Promise.all(hashes.map((hash) => store.get(hash)));
		for (const kept of known) {
			if (!kept) continue;
			const { left: before, ...rest } = kept;
			const reason = reasons.get(kept.conversation) ?? null;
			const isNoted = reason === (before?.reason ?? null) && at - (before?.at ?? at) < notedAgainMs;
			if (!isNoted) void store.put({ ...rest, ...(reason !== null && { left: { reason, at } }) });
		}
	});
}

/** Why each conversation that is kept was left alone by the last run that looked at it. */
export async function leftAlone(): Promise<LeftAlone[]> {
	return (await (await database()).getAll("keptConversations")).flatMap(({ left }) => left ?? []);
}
