import type { Result } from "@/lib/core/result";
import type { FunctionAnswer, FunctionFailure } from "./call-outcome";

/** How a call can have gone. */
export const callStates = ["succeeded", "failed", "refused"] as const;
/** `succeeded`: an answer in 2xx; `refused`: nothing was sent, `failed`: something was. */
export type CallState = (typeof callStates)[number];

/** Who wanted it sent: a person who was asked, what is set for the function, or a person who tried it. */
export type ApprovedBy = "person" | "rule" | "try-it";

/** What is kept of a call. */
export type CallEntry = {
	/** The microsecond it was noted in, of the epoch; no two are equal. */
	seq: number;
	/** When it was made or refused, ms since the epoch. */
	at: number;
	/** The function's. */
	name: string;
	state: CallState;
	/** JSON text as it was given, cut at `longestKeptArguments`. */
	arguments: string;
	/** With secrets masked; absent where there was no request to be made. */
	request?: { method: string; host: string; url: string };
	/** Absent of one that was refused. */
	approvedBy?: ApprovedBy;
	ms?: number;
	status?: number;
	failure?: FunctionFailure;
	/** What the server said, cut at `longestKeptText`. */
	text?: string;
	/** Whether it said more than that. */
	cut?: boolean;
	/** Whom it was about, as `conversationId` gives it. */
	conversation?: string;
};

/** In characters. */
export const longestKeptArguments = 20_000;
export const longestKeptText = 10_000;

/** A call that was decided about, before anything of it is left out. */
export type MadeCall = Pick<
	CallEntry,
	"at" | "name" | "arguments" | "request" | "approvedBy" | "conversation"
> & {
	outcome: Result<FunctionAnswer, FunctionFailure>;
};

/** What is kept of a call. */
export function callEntryOf({ outcome, ...call }: MadeCall): Omit<CallEntry, "seq"> {
	const kept = { ...call, arguments: call.arguments.slice(0, longestKeptArguments) };
	if (!outcome.ok) {
		const { failure } = outcome;
		return { ...kept, state: wasSent(failure) ? "failed" : "refused", failure };
	}
	const { status, text, cut, ms } = outcome.value;
	return {
		...kept,
		state: status >= 200 && status <= 299 ? "succeeded" : "failed",
		status,
		ms,
		text: text.slice(0, longestKeptText),
		cut: cut || text.length > longestKeptText,
	};
}

/** Whether a request left the browser, as far as anybody can tell. */
export function wasSent({ reason }: FunctionFailure): boolean {
	switch (reason) {
		case "unreachable":
		case "interrupted":
		case "timeout":
		case "redirected":
		case "cancelled":
		case "internal":
			return true;
		case "unknown-function":
		case "arguments-not-json":
		case "arguments-too-long":
		case "arguments-invalid":
		case "phone-unknown":
		case "other-conversation":
		case "permission-missing":
		case "refused":
		case "approval-void":
			return false;
	}
}

/** Which calls are meant. What is absent does not matter. */
export type CallFilter = {
	name?: string;
	state?: CallState;
	/** Words that are part of name, arguments, address, status, failure or answer, in any case. */
	text?: string;
};

/** Whether a call is meant by a filter. */
export function matchesCall(entry: CallEntry, { name, state, text }: CallFilter): boolean {
	if (name !== undefined && entry.name !== name) return false;
	if (state !== undefined && entry.state !== state) return false;
	if (!text) return true;
	const { request, status, failure } = entry;
	const all = [
		entry.name,
		entry.arguments,
		request?.method,
		request?.url,
		status,
		failure?.reason,
		entry.text,
	]
		.join(" ")
		.toLowerCase();
	return text
		.toLowerCase()
		.split(/\s+/)
		.every((word) => all.includes(word));
}
