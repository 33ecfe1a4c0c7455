import { z } from "@/lib/core/schema";
import { maskedCall } from "./masked-call";

const mostCalls = 50;
/** Longer calls are remembered by name alone, in UTF-16 units. */
const longestText = 20_000;
const longestName = 100;

/** How a call ended: it did its work, waits for its confirmation, could not do its work, or was refused unrun. */
export const callOutcomes = ["done", "unconfirmed", "failed", "refused"] as const;
export type CallOutcome = (typeof callOutcomes)[number];

const madeCallSchema = z.object({
	id: z.string(),
	/** The tool's name, or the method of a JSON-RPC request. */
	name: z.string(),
	/** The call as JSON with its secrets masked; null when it was too long to be kept. */
	text: z.string().nullable(),
	outcome: z.enum(callOutcomes),
	/** Milliseconds since the epoch. */
	at: z.number(),
	durationMs: z.number(),
});
/** A call that was made, as it is kept. */
export type MadeCall = z.infer<typeof madeCallSchema>;

/** Reads what is stored; anything else is no history. */
export function readCallHistory(stored: unknown): MadeCall[] {
	const parsed = z.array(madeCallSchema).safeParse(stored);
	return parsed.success ? parsed.data : [];
}

/** The call as the history has it: without secrets, and not longer than can be kept. */
export function madeCall({
	call,
	name,
	...made
}: Omit<MadeCall, "name" | "text"> & { call: unknown; name: string }): MadeCall {
	const text = JSON.stringify(maskedCall(call), null, 2);
	return { ...made, name: name.slice(0, longestName), text: text.length <= longestText ? text : null };
}

/** The history with one call more, newest first. The same call made again takes the place of the one before. */
export function withCall(history: readonly MadeCall[], made: MadeCall): MadeCall[] {
	const others = history.filter(({ text }) => text === null || text !== made.text);
	return [made, ...others].slice(0, mostCalls);
}
