import type { BridgeClient } from "@/bridge/src/wire";
import { approvalMs, createApprovals, mostWaiting, type Waiting } from "@/lib/core/approvals";
import type { Clock } from "@/lib/core/clock";
import { z } from "@/lib/core/schema";
import type { ValueStorage } from "@/lib/core/storage";
import { clientKey, connectionOf } from "./client";
import type { ShownEffects } from "./effects";

const callSchema = z.object({
	client: z.custom<BridgeClient>(),
	tool: z.string(),
	/** JSON text with secrets masked. */
	arguments: z.string(),
	effects: z.custom<ShownEffects>(),
	/** Whether it was shown before, and the settings have been changed since. */
	again: z.boolean(),
});

/** A call of a program as a person is asked about it. Without secrets. */
export type AskedCall = z.infer<typeof callSchema>;
export type WaitingAsked = Waiting<AskedCall>;

/** What a person can say: once, everything of this connection for an hour, no, or no to all that program asks. */
export const approvalAnswers = ["once", "hour", "refuse", "refuse-all"] as const;
export type ApprovalAnswer = (typeof approvalAnswers)[number];

/** What came of asking. `full`: too many wait already, of that program or at all; `too-large`: nobody could read all of it. */
export type AskOutcome =
	| Exclude<ApprovalAnswer, "refuse-all">
	| "expired"
	| "cancelled"
	| "full"
	| "too-large";

/** One program alone is not to take all the places, */
export const mostOfOne = 5;
/** nor one connection to the bridge, whose programs may name themselves as they like. */
export const mostOfConnection = 10;

/** In characters: so many of these fit into what is kept. */
const longestAsked = 140_000;

export type AskPorts = {
	storage: ValueStorage;
	now: Clock;
	/** A random value of 128 bits or more. */
	randomId(): string;
	/** Calls a task in so many ms, unless it is taken back. */
	later(ms: number, task: () => void): () => void;
	/** Called when a call has begun to wait or waits no longer, with how many do. */
	changed(waiting: readonly AskedCall[]): void;
};

/** What the asker may do meanwhile. */
export type Asking = {
	outcome: Promise<AskOutcome>;
	cancel(): void;
	/**
	 * Shows something else from now on, for the time that is left; an answer to what was shown before is none any more.
	 * False when it was answered already.
	 */
	update(hash: string, call: AskedCall): boolean;
};

export type AskedCalls = ReturnType<typeof createAskedCalls>;

/**
 * The calls that wait for a person. What is shown of them is stored, for every page to see; who waits for the answer
 * lives with the connection, so a worker that starts anew asks nothing of before (`forget`).
 */
export function createAskedCalls({ storage, now, randomId, later, changed }: AskPorts) {
	const approvals = createApprovals<AskedCall>({
		storage,
		now,
		randomId,
		schema: callSchema,
		sizeOf: (call) => JSON.stringify(call).length,
	});
	type Entry = {
		call: AskedCall;
		/** While it is being stored there is none, and nothing to answer. */
		approval?: string;
		end(outcome: AskOutcome): void;
	};
	const waiting = new Map<symbol, Entry>();
	const tell = () => changed([...waiting.values()].map(({ call }) => call));

	const ofProgram = (key: string) =>
		[...waiting.values()].filter(({ call }) => clientKey(call.client) === key);

	function isFull({ client }: AskedCall): boolean {
		const mine = connectionOf(client);
		const ofConnection = [...waiting.values()].filter(({ call }) => connectionOf(call.client) === mine);
		return (
			waiting.size >= mostWaiting ||
			ofConnection.length >= mostOfConnection ||
			ofProgram(clientKey(client)).length >= mostOfOne
		);
	}

	return {
		/** Asks a person; settles once they have answered, their time is over, or nobody waits any more. */
		ask(hash: string, call: AskedCall): Asking {
			if (isFull(call)) return settled("full");
			if (isTooLarge(call)) return settled("too-large");
			const key = Symbol(call.tool);
			let resolve: (outcome: AskOutcome) => void = () => undefined;
			const promise = new Promise<AskOutcome>((settle) => {
				resolve = settle;
			});
			let notLater: (() => void) | undefined;
			const end = (outcome: AskOutcome) => {
				const own = waiting.get(key);
				if (!own) return;
				waiting.delete(key);
				notLater?.();
				// Out of what is shown, whoever ended it.
				const gone = own.approval === undefined ? undefined : approvals.take(own.approval);
				void Promise.resolve(gone)
					.then(() => approvals.takeExpired())
					.catch(() => undefined)
					.then(() => {
						tell();
						resolve(outcome);
					});
			};
			const entry: Entry = { call, end };
			waiting.set(key, entry);
			notLater = later(approvalMs, () => end("expired"));
			/** One after the other, so that what is shown last is what was told last. */
			let storing: Promise<string | undefined> = Promise.resolve(undefined);
			const store = (how: (before?: string) => Promise<Waiting<AskedCall> | undefined>) => {
				entry.approval = undefined;
				const mine: Promise<string | undefined> = storing
					.then(how)
					.then((stored) => {
						// Nobody waits any more.
						if (stored && !waiting.has(key)) void approvals.take(stored.approval);
						else if (storing === mine) {
							entry.approval = stored?.approval;
							tell();
						}
						return stored?.approval;
					})
					.catch(() => {
						end("cancelled");
						return undefined;
					});
				storing = mine;
			};
			store(() => approvals.open(hash, call));
			return {
				outcome: promise,
				cancel: () => end("cancelled"),
				update(nextHash, next) {
					if (!waiting.has(key)) return false;
					entry.call = next;
					if (isTooLarge(next)) end("too-large");
					else
						store(async (before) =>
							before === undefined ? undefined : approvals.replace(before, nextHash, next),
						);
					return true;
				},
			};
		},

		/**
		 * A person has answered a card. False when it was answered before, or its time was over. An hour for a connection
		 * is an answer to all that it has asked already.
		 */
		answer(approval: string, answer: ApprovalAnswer): boolean {
			const entry = [...waiting.values()].find((one) => one.approval === approval);
			if (!entry) return false;
			const { session } = entry.call.client;
			switch (answer) {
				case "once":
				case "refuse":
					entry.end(answer);
					return true;
				case "hour":
					for (const one of [...waiting.values()]) if (one.call.client.session === session) one.end(answer);
					return true;
				case "refuse-all":
					this.refuseAll(clientKey(entry.call.client));
					return true;
			}
		},

		/** Refuses all that a program waits for, by its `clientKey`. */
		refuseAll(key: string): void {
			for (const one of ofProgram(key)) one.end("refuse");
		},

		/** Forgets what is shown of calls nobody waits for, because the worker they came to has ended. */
		async forget(): Promise<void> {
			if (waiting.size === 0) await approvals.takeAll();
		},
	};
}

const isTooLarge = (call: AskedCall): boolean => JSON.stringify(call).length > longestAsked;

const settled = (outcome: AskOutcome): Asking => ({
	outcome: Promise.resolve(outcome),
	cancel: () => undefined,
	update: () => false,
});
