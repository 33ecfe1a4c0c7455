import type { Result } from "@/lib/core/result";
import type { FunctionAnswer, FunctionFailure } from "./call-outcome";

/** A call somebody wants made. */
export type FunctionCall = {
	tabId: number;
	/**
	 * Whom it is about, as `conversationId` gives it (lib/functions/conversation-id.ts): a call for a conversation that
	 * is no longer the tab's is refused.
	 */
	conversation: string;
	name: string;
	/** JSON text, as the model wrote it. */
	arguments: string;
	/** Whether words of the customer, the CRM or a function were in what the model saw. */
	tainted: boolean;
};

/** What a person is shown before they agree. Secrets are masked. */
export type ApprovalRequest = {
	/** Names this one call, for `approveFunctionCall`; known to the panel alone, never to the model. */
	approval: string;
	name: string;
	description: string;
	method: string;
	/** As it will be called, with its path and query; secrets masked. */
	url: string;
	host: string;
	/** What the model chose, by name. */
	arguments: Record<string, unknown>;
	/** What the user set and the model did not choose. */
	fixed: Record<string, unknown>;
	/** Why it asks: the user wants it always, it may change something, or it was set to run alone but others' words are in play. */
	because: "always" | "writes" | "tainted";
	/** ms since the epoch; void after that. */
	expiresAt: number;
};

/** A call was made, or waits for a person. */
export type FunctionCallState =
	| { state: "done"; outcome: Result<FunctionAnswer, FunctionFailure> }
	| { state: "waiting"; request: ApprovalRequest };
