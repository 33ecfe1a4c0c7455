/** How the server can fail on purpose; `none` answers as it should. */
export const faults = [
	"none",
	/** Takes the request and never answers. */
	"hang",
	/** Begins a stream and says nothing more. */
	"stall",
	/** Begins a stream and hangs up in the middle. */
	"cut",
	/** Ends a stream without an end having been said. */
	"no-end",
	"invalid-sse",
	"error-in-stream",
	"html",
	"redirect",
	"401",
	"403",
	"429",
	"500",
	"too-long",
	"no-functions",
] as const;
export type Fault = (typeof faults)[number];

type ErrorBody = { message: string; type: string; param: string | null; code: string | null };

/** An error as OpenAI's servers put it. */
export const errorResponse = (
	status: number,
	error: Partial<ErrorBody>,
	headers: Record<string, string> = {},
) =>
	Response.json(
		{ error: { message: "", type: "invalid_request_error", param: null, code: null, ...error } },
		{ status, headers },
	);

export const keyRefused = () =>
	errorResponse(401, {
		message: "Incorrect API key provided. This is the demo's model: its key is in demo/servers.ts.",
		code: "invalid_api_key",
	});

/** The whole response of a fault that needs no stream; null for the others. */
export function faultResponse(fault: Fault, model: string): Response | null {
	switch (fault) {
		case "html":
			return new Response("<!doctype html><title>Sign in</title><h1>Please sign in</h1>", {
				headers: { "Content-Type": "text/html; charset=utf-8" },
			});
		case "redirect":
			return new Response(null, { status: 302, headers: { Location: "/elsewhere" } });
		case "401":
			return keyRefused();
		case "403":
			return errorResponse(403, {
				message: `Project does not have access to model \`${model}\``,
				code: "model_not_found",
			});
		case "429":
			return errorResponse(
				429,
				{
					message: "Rate limit reached. Please try again in 7s.",
					type: "requests",
					code: "rate_limit_exceeded",
				},
				{ "Retry-After": "7" },
			);
		case "500":
			return errorResponse(500, { message: "The server had an error.", type: "server_error" });
		case "too-long":
			return errorResponse(400, {
				message:
					"This model's maximum context length is 4096 tokens. Please reduce the length of the messages.",
				param: "messages",
				code: "context_length_exceeded",
			});
		case "no-functions":
			return errorResponse(400, { message: `${model} does not support tools`, param: "tools" });
		case "none":
		case "hang":
		case "stall":
		case "cut":
		case "no-end":
		case "invalid-sse":
		case "error-in-stream":
			return null;
	}
}
