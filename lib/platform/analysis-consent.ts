import type { Forgotten } from "@/lib/followup/kept-conversation";
import { messagesOf } from "./keep-messages";
import { database } from "./open-database";
import { write } from "./writing";

/** Whether anything of a conversation may be kept and analysed, whichever of the hashes it goes by. */
export async function mayBeAnalysed(hashes: readonly string[]): Promise<boolean> {
	const { store } = (await database()).transaction("doNotAnalyse");
	const refused = await Promise.all(hashes.map((hash) => store.getKey(hash)));
	return refused.every((hash) => hash === undefined);
}

/** Forgets all that is kept of a conversation, its follow-ups too, and that nothing may be; done when it is on the disk. */
export const refuseAnalysis = (hashes: readonly string[], now: number): Promise<Forgotten> =>
	write(
		["keptMessages", "keptConversations", "doNotAnalyse", "followUps"],
		async (transaction) => {
			const followUps = transaction.objectStore("followUps");
			const forgotten: Forgotten = { messages: 0, followUps: 0 };
			for (const hash of hashes) {
				void transaction.objectStore("doNotAnalyse").put(now, hash);
				forgotten.messages += await transaction.objectStore("keptMessages").count(messagesOf(hash));
				void transaction.objectStore("keptMessages").delete(messagesOf(hash));
				void transaction.objectStore("keptConversations").delete(hash);
				const ids = await followUps.index("conversation").getAllKeys(hash);
				forgotten.followUps += ids.length;
				for (const id of ids) void followUps.delete(id);
			}
			return forgotten;
		},
		{ durability: "strict" },
	);

/** What comes from now on may be kept and analysed again. */
export const allowAnalysis = (hashes: readonly string[]): Promise<void> =>
	write(["doNotAnalyse"], async (transaction) => {
		for (const hash of hashes) void transaction.objectStore("doNotAnalyse").delete(hash);
	});

/** The conversations of which nothing may be kept: hashes, with since when, ms since the epoch. */
export const refusedConversations = {
	async all(): Promise<{ conversation: string; at: number }[]> {
		const { store } = (await database()).transaction("doNotAnalyse");
		const [hashes, times] = await Promise.all([store.getAllKeys(), store.getAll()]);
		return hashes.map((conversation, index) => ({ conversation, at: times[index] ?? 0 }));
	},
	clear: async (): Promise<void> => (await database()).clear("doNotAnalyse"),
};
