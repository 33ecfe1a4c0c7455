import type { HistoryEntry } from "@/lib/settings/history";
import { clientKey, type NamedClient } from "./client";
import type { ShownEffects } from "./effects";

/**
 * How a call of a program can have gone. `warned`: it was the first of two, and changed nothing; `failed`: it ran and could not do its work, or its arguments were refused;
 * `denied`: what is set for the program does not allow it; `refused`: a person said no; `expired`: nobody said anything;
 * `cancelled`: the program waited no longer.
 */
export const bridgeCallStates = [
	"done",
	"warned",
	"failed",
	"denied",
	"refused",
	"expired",
	"cancelled",
] as const;
export type BridgeCallState = (typeof bridgeCallStates)[number];

/** Why a change ran: a person agreed to it, had agreed for an hour, or lets the program call that tool freely. */
export type Agreement = "person" | "hour" | "set";

/** What is kept of a call. Without secrets. */
export type BridgeCallEntry = {
	/** The microsecond it was noted in, of the epoch; no two are equal. */
	seq: number;
	/** When it came, ms since the epoch. */
	at: number;
	client: NamedClient;
	/** The tool, or the address of what was read. */
	name: string;
	/** What it is about, such as the type of an endpoint. */
	target?: string;
	/** JSON text with secrets masked, cut at `longestKeptArguments`. */
	arguments: string;
	state: BridgeCallState;
	/** Absent of one that changes nothing. */
	agreed?: Agreement;
	/** Until it was answered, a person's time included. */
	ms: number;
	/** What it was answered, cut at `longestKeptAnswer`. */
	answer?: string;
	/** What it did; absent where that was nothing, or is too much to be kept. */
	effects?: ShownEffects;
	/** What it changed in the settings' history, to be taken back. */
	history?: Pick<HistoryEntry, "id" | "at">;
};

/** In characters. */
export const longestKeptArguments = 10_000;
export const longestKeptAnswer = 2_000;
const longestKeptEffects = 50_000;

/** What is kept of a call that was answered, or will not be. */
export function bridgeCallEntry(call: Omit<BridgeCallEntry, "seq">): Omit<BridgeCallEntry, "seq"> {
	const { effects, answer, ...rest } = call;
	return {
		...rest,
		arguments: call.arguments.slice(0, longestKeptArguments),
		...(answer !== undefined && { answer: answer.slice(0, longestKeptAnswer) }),
		...(effects && JSON.stringify(effects).length <= longestKeptEffects && { effects }),
	};
}

/** Which calls are meant. What is absent does not matter. */
export type BridgeCallFilter = { client?: string; state?: BridgeCallState };

export const matchesBridgeCall = ({ client, state }: BridgeCallEntry, filter: BridgeCallFilter): boolean =>
	(filter.client === undefined || filter.client === clientKey(client)) &&
	(filter.state === undefined || filter.state === state);
