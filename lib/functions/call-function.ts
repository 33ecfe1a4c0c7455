import type { Clock } from "@/lib/core/clock";
import { errorText } from "@/lib/core/error-text";
import type { Http, HttpFailure, HttpRequest, Purpose } from "@/lib/core/http";
import { fail, ok, type Result } from "@/lib/core/result";
import { type FunctionAnswer, type FunctionFailure, longestAnswer } from "./call-outcome";

/** Enough for `longestAnswer` of any characters: none has more than four bytes. */
const maxBytes = 4 * longestAnswer;

type CallPorts = { http: Http; now: Clock };

/**
 * Makes the request of a function. Whatever the server says is an answer, HTML as well: it is data, for the model and for
 * people, and nobody parses it here. More than `longestAnswer` is cut, and not read to its end.
 */
export async function callFunction(
	{ http, now }: CallPorts,
	request: HttpRequest,
	purpose: Purpose,
	signal?: AbortSignal,
): Promise<Result<FunctionAnswer, FunctionFailure>> {
	const start = now();
	try {
		const sent = await http(request, { maxBytes, cutWhenTooLong: true, signal, purpose });
		if (!sent.ok) return fail(functionFailure(sent.failure, request));
		const { status, text } = sent.value;
		const cut = text.length > longestAnswer;
		return ok({ status, text: cut ? beginningOf(text) : text, cut, ms: now() - start });
	} catch (error) {
		return fail({ reason: "internal", detail: errorText(error) });
	}
}

/** Not in the middle of a character. */
const beginningOf = (text: string) => text.slice(0, longestAnswer).replace(/[\ud800-\udbff]$/, "");

function functionFailure(failure: HttpFailure, request: HttpRequest): FunctionFailure {
	switch (failure.reason) {
		case "unreachable":
		case "interrupted":
			return { reason: failure.reason, host: new URL(request.url).host };
		case "timeout":
			return { reason: "timeout", afterMs: request.timeoutMs };
		case "redirected":
		case "cancelled":
			return { reason: failure.reason };
		case "too-large":
			return { reason: "internal", detail: "An answer was too large, and should have been cut." };
	}
}
