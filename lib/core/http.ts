import type { Result } from "./result";

/** One HTTP request. Redirects are never followed; the timeout covers headers and body. */
export type HttpRequest = {
	url: string;
	method: string;
	headers: Record<string, string>;
	body?: string;
	timeoutMs: number;
};

export type HttpResponse = {
	status: number;
	contentType: string;
	text: string;
	/** The `Retry-After` header as it came. */
	retryAfter?: string;
};

export type HttpFailure =
	| { reason: "unreachable" }
	/** The answer began and did not come to its end. */
	| { reason: "interrupted" }
	| { reason: "timeout" }
	| { reason: "redirected" }
	| { reason: "too-large" }
	| { reason: "cancelled" };

/** Which part of Chatside asks; `-test`: because the user wanted to try it. */
export const purposeKinds = [
	"crm",
	"crm-test",
	"webhook",
	"webhook-test",
	"function",
	"function-test",
	"model",
	"model-test",
] as const;

/**
 * Why a request is made: `name` is that of the endpoint type, the event, the function or the model; `step`, from 1, tells the
 * further requests of one call from its first.
 */
export type Purpose = { kind: (typeof purposeKinds)[number]; name: string; step?: number };

export type HttpOptions = {
	maxBytes: number;
	/** Ends the request when nobody waits for its answer any more. */
	signal?: AbortSignal | undefined;
	/** Kept in the log of requests (docs/decisions/0016-egress-log.md). */
	purpose: Purpose;
	/** What the caller thinks of the answer once it has read it: why it cannot be used, undefined when it can. */
	verdict?: Promise<string | undefined>;
	/**
	 * The status is what counts: of an answer that is too long, or breaks off, the beginning is taken instead of a
	 * failure.
	 */
	beginningIsEnough?: boolean;
	/** Of an answer that is too long, the beginning is taken instead of a failure; one that breaks off is still none. */
	cutWhenTooLong?: boolean;
};

/** Sends a request and reads the whole answer as text, up to `maxBytes`. Any status is a success here. */
export type Http = (request: HttpRequest, options: HttpOptions) => Promise<Result<HttpResponse, HttpFailure>>;

/** One HTTP request whose answer is read as it comes. Redirects are never followed. */
export type StreamRequest = Omit<HttpRequest, "timeoutMs"> & {
	/** The longest wait for the answer to begin. */
	beginsWithinMs: number;
	/** The longest wait between two pieces of it. */
	pieceWithinMs: number;
};

export type StreamResponse = Omit<HttpResponse, "text"> & {
	/** The answer as it comes, in pieces of text. A failure is the last; whoever has enough leaves by `return`. */
	pieces: AsyncGenerator<Result<string, HttpFailure>, void>;
};

export type StreamOptions = Pick<HttpOptions, "maxBytes" | "purpose" | "verdict"> & { signal: AbortSignal };

/** Sends a request and gives its answer once that begins. Any status is a success here. */
export type StreamHttp = (
	request: StreamRequest,
	options: StreamOptions,
) => Promise<Result<StreamResponse, HttpFailure>>;
