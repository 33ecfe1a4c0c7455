import type { ArgumentsFailure } from "./arguments";

/** In characters: a longer answer of a function is cut there, and marked as cut. */
export const longestAnswer = 50_000;

/** What came of calling a function. Any status is an answer; only one outside 2xx is no success. */
export type FunctionAnswer = {
	status: number;
	/** At most `longestAnswer` characters of what the server said. */
	text: string;
	/** Whether it said more. */
	cut: boolean;
	ms: number;
};

/** Why a function was not called, or gave no answer. */
export type FunctionFailure =
	/** There is none of that name, or it is turned off. */
	| { reason: "unknown-function"; name: string }
	| ArgumentsFailure
	/** A fixed argument is the conversation's phone, and none is known. */
	| { reason: "phone-unknown" }
	/** The conversation it was meant for is no longer the one that is open. */
	| { reason: "other-conversation" }
	| { reason: "permission-missing"; origin: string }
	| { reason: "unreachable"; host: string }
	| { reason: "interrupted"; host: string }
	| { reason: "timeout"; afterMs: number }
	| { reason: "redirected" }
	| { reason: "cancelled" }
	/** A person said no. */
	| { reason: "refused" }
	/** Nobody agreed in time or waits any more, somebody agreed twice, or the function is another by now. */
	| { reason: "approval-void"; detail: "expired" | "stopped" | "used" | "changed" }
	| { reason: "internal"; detail: string };
