import { initialOutboxState, type OutboxState } from "@/lib/webhooks/outbox-store";
import { database } from "./open-database";
import type { Writing } from "./writing";

const stateKey = "outbox-state";

type Change = (state: OutboxState) => OutboxState;

/** What the outbox knows of itself. */
export const readState = async (): Promise<OutboxState> =>
	((await (await database()).get("values", stateKey)) as OutboxState | undefined) ?? initialOutboxState;

/** Every change of it by itself goes through here, and the worker is its only writer. */
export async function writeState(change: Change): Promise<OutboxState> {
	const transaction = (await database()).transaction("values", "readwrite", { durability: "relaxed" });
	const after = await changeIn(transaction.store, change);
	await transaction.done;
	return after;
}

/** Changes it along with what else a transaction writes. */
export const changeState = (transaction: Writing, change: Change): Promise<OutboxState> =>
	changeIn(transaction.objectStore("values"), change);

type Values = { get(key: string): Promise<unknown>; put(value: unknown, key: string): Promise<unknown> };

async function changeIn(values: Values, change: Change): Promise<OutboxState> {
	const after = change(((await values.get(stateKey)) as OutboxState | undefined) ?? initialOutboxState);
	await values.put(after, stateKey);
	return after;
}
