/** A call of a function as a model asked for it. `arguments` is its own text, which need not even be JSON. */
export type ModelCall = { id: string; name: string; arguments: string };

/** One message of what a model is shown. `tool` answers the call of that id. */
export type ModelMessage =
	| { role: "system" | "user"; content: string }
	| { role: "assistant"; content: string; calls: readonly ModelCall[] }
	| { role: "tool"; callId: string; content: string };

/** A function as a model is told of it; `parameters` is a JSON Schema of type object. */
export type ModelFunction = { name: string; description: string; parameters: Record<string, unknown> };

export type ModelRequest = {
	messages: readonly ModelMessage[];
	/** Empty: the model is told of no function, and cannot call any. */
	functions: readonly ModelFunction[];
	signal: AbortSignal;
};

/** Tokens as the server counted them. */
export type ModelUsage = { inputTokens: number; outputTokens: number };

/** Why an answer ended: it is whole; functions are to be called; it was cut at the longest length; it was held back. */
export type ModelEnd = "stop" | "calls" | "length" | "filtered";

/**
 * What comes of asking, in this order: any number of `text`, each a further piece; the `call`s, each whole; `usage` where
 * the server tells it; then exactly one `end` or `failed`. Nothing comes after the signal was aborted.
 */
export type ModelEvent =
	| { type: "text"; text: string }
	| { type: "call"; call: ModelCall }
	| { type: "usage"; usage: ModelUsage }
	| { type: "end"; reason: ModelEnd }
	| { type: "failed"; failure: ModelFailure };

/** A model, whoever runs it. */
export type Model = {
	/** Whether it can call functions; one that cannot is never told of any. */
	callsFunctions: boolean;
	ask(request: ModelRequest): AsyncIterable<ModelEvent>;
};

/** Why a model gave no whole answer. `excerpt` and `detail` are the server's words, for a person to read. */
export type ModelFailure =
	| { reason: "not-set" }
	| { reason: "permission-missing"; origin: string }
	| { reason: "unreachable"; host: string }
	| { reason: "timeout"; afterMs: number }
	| { reason: "redirected" }
	/** 401: the key is missing or wrong. */
	| { reason: "key-refused"; detail: string }
	/** 403: the key may not use this model. */
	| { reason: "not-allowed"; detail: string }
	/** 404: there is no such model, or no such server path. */
	| { reason: "model-unknown"; detail: string }
	/** 429; `retryAfterMs` where the server says it. */
	| { reason: "too-many-requests"; detail: string; retryAfterMs?: number }
	/** What is asked is longer than the model takes. */
	| { reason: "too-long"; detail: string }
	/** 400 because of the functions: the model cannot call any. */
	| { reason: "functions-refused"; detail: string }
	| { reason: "http-status"; status: number; excerpt: string }
	/** The answer began and did not come to its end. What came before stays. */
	| { reason: "interrupted"; host: string }
	/** No JSON and no event stream: a page of HTML, say. */
	| { reason: "not-understood"; contentType: string; excerpt: string }
	| { reason: "too-large" }
	/** The browser's own model is not there, or not ready. */
	| { reason: "built-in-unavailable" }
	| { reason: "internal"; detail: string };
