import type { BridgeClient } from "@/bridge/src/wire";
import { approvalMs, createApprovals, mostWaiting, type Waiting } from "@/lib/core/approvals";
import type { Clock } from "@/lib/core/clock";
import { z } from "@/lib/core/schema";
import type { ValueStorage } from "@/lib/core/storage";
import { clientKey } from "./client";
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

/** One program alone is not to take all the places. */
export const mostOfOne = 5;

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
export type Asking = { outcome: Promise<AskOutcome>; cancel(): void };

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
	const waiting = new Map<symbol, { call: AskedCall; approval?: string; end(outcome: AskOutcome): void }>();
	const tell = () => changed([...waiting.values()].map(({ call }) => call));

	const ofProgram = (key: string) =>
		[...waiting.values()].filter(({ call }) => clientKey(call.client) === key);

	return {
		/** Asks a person; settles once they have answered, their time is over, or nobody waits any more. */
		ask(hash: string, call: AskedCall): Asking {
			if (waiting.size >= mostWaiting || ofProgram(clientKey(call.client)).length >= mostOfOne)
				return settled("full");
			if (JSON.stringify(call).length > longestAsked) return settled("too-large");
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
			waiting.set(key, { call, end });
			notLater = later(approvalMs, () => end("expired"));
			void approvals.open(hash, call).then(
				({ approval }) => {
					const own = waiting.get(key);
					// Nobody waits any more.
					if (!own) return void approvals.take(approval);
					own.approval = approval;
					tell();
				},
				() => end("cancelled"),
			);
			return { outcome: promise, cancel: () => end("cancelled") };
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

const settled = (outcome: AskOutcome): Asking => ({
	outcome: Promise.resolve(outcome),
	cancel: () => undefined,
});
