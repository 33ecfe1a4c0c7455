import { jsonBytes } from "@/lib/core/json-bytes";
import { ok } from "@/lib/core/result";
import { handle } from "@/lib/messaging/server";
import { createStoredKinds, removeEverything, type StoredKind } from "@/lib/platform/stored-data";
import { type StoredAmount, type StoredKindName, storedKindNames } from "@/lib/platform/stored-kind";
import type { Conversations } from "./conversations";
import type { Services } from "./services";

/** The messages about what is stored: how much of it there is, deleting and exporting it. */
export function setupDataMessages(
	{ settings, contexts, egress, functionLog, bridgeLog, modelUsage, outbox, detection, tools }: Services,
	conversations: Conversations,
): void {
	const { crmHealth, crmDrift, now } = tools;
	const kinds = createStoredKinds({
		settings,
		crmHealth,
		crmDrift,
		contexts,
		egress,
		functionLog,
		bridgeLog,
		modelUsage,
		outbox,
		now,
		forgetConversations: conversations.forget,
		linksForgotten: conversations.judgeAll,
	});

	handle("getStoredData", () => Promise.all(storedKindNames.map((name) => amountOf(name, kinds[name]))));
	handle("deleteStoredData", async ({ kind }) => {
		if (kind !== "everything") return kinds[kind].remove();
		await removeEverything(kinds, settings);
		return ok(null);
	});
	handle("forgetPhone", ({ text }) => detection.forgetPhone(text));
	handle("dismissDataLoss", () => outbox.dismissDataLoss());
	handle("exportStoredData", async () => {
		const contents = storedKindNames.map(async (name) => {
			const { items, exported } = kinds[name];
			const all = await items();
			return [name, exported ? await exported(all) : all] as const;
		});
		const data = Object.fromEntries(await Promise.all(contents)) as Record<StoredKindName, unknown>;
		return { format: "chatside-data", exported_at: new Date(now()).toISOString(), data };
	});
}

async function amountOf(name: StoredKindName, { items, amount, since }: StoredKind): Promise<StoredAmount> {
	if (amount) return { kind: name, ...(await amount()) };
	const all = await items();
	const times = since ? all.flatMap((item) => since(item) ?? []) : [];
	return {
		kind: name,
		count: all.length,
		bytes: all.reduce<number>((sum, item) => sum + jsonBytes(item), 0),
		...(times.length > 0 && { since: times.reduce((one, other) => Math.min(one, other)) }),
	};
}
