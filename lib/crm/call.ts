import type { Http, HttpFailure, HttpOptions, HttpRequest } from "@/lib/core/http";
import { fail, ok, type Result } from "@/lib/core/result";
import type { CrmFailure } from "./failure";

/** The largest answer read from an endpoint, in bytes. */
export const maxAnswerBytes = 5 * 1024 * 1024;
const excerptLength = 300;

/** A 2xx answer that is JSON: the text as received and its value. 204 (RFC 9110, 15.3.5: no content) is `null`. */
export type JsonAnswer = { status: number; text: string; json: unknown };

export type CallOptions = Pick<HttpOptions, "signal" | "purpose" | "verdict"> & { textAllowed?: boolean };

/**
 * Sends a request to a CRM endpoint and parses the answer as JSON. Every way this can fail is a `CrmFailure`. Where plain
 * text is an answer too (`textAllowed`), what does not begin as JSON does is its own value.
 */
export async function callJson(
	http: Http,
	request: HttpRequest,
	options: CallOptions,
): Promise<Result<JsonAnswer, CrmFailure>> {
	const { textAllowed = false, ...more } = options;
	const sent = await http(request, { maxBytes: maxAnswerBytes, ...more });
	if (!sent.ok) return fail(crmFailure(sent.failure, request));
	const { status, contentType, text } = sent.value;
	if (status < 200 || status > 299) return fail({ reason: "http-status", status, excerpt: excerpt(text) });
	if (status === 204) return ok({ status, text: "null", json: null });
	try {
		return ok({ status, text, json: JSON.parse(text) });
	} catch (error) {
		const body = text.trim();
		if (/^[{[]/.test(body) && breaksOff(text, error))
			return fail({ reason: "truncated-json", excerpt: excerpt(body.slice(-excerptLength)) });
		// A page of HTML is a sign-in or an error, whoever asked.
		if (textAllowed && body !== "" && !body.startsWith("<")) return ok({ status, text, json: body });
		return fail({ reason: "not-json", contentType, excerpt: excerpt(body) });
	}
}

/** A verdict on an answer, and what settles it: with why the answer cannot be used, or undefined. */
export function createVerdict(): [Promise<string | undefined>, (failure: string | undefined) => void] {
	let judge: (failure: string | undefined) => void = () => undefined;
	const verdict = new Promise<string | undefined>((resolve) => {
		judge = resolve;
	});
	return [verdict, judge];
}

/** Whether a parse error is that of JSON which ended too early, told from V8's words: it stopped at the very end. */
function breaksOff(text: string, error: unknown): boolean {
	const message = String(error);
	const position = /at position (\d+)/.exec(message)?.[1];
	return /end of JSON|Unterminated/.test(message) || Number(position) >= text.trimEnd().length;
}

function crmFailure(failure: HttpFailure, request: HttpRequest): CrmFailure {
	switch (failure.reason) {
		case "unreachable":
			return { reason: "unreachable", host: new URL(request.url).host };
		case "interrupted":
			return { reason: "interrupted", host: new URL(request.url).host };
		case "timeout":
			return { reason: "timeout", afterMs: request.timeoutMs };
		case "redirected":
			return { reason: "redirected" };
		case "too-large":
			return { reason: "too-large", limitBytes: maxAnswerBytes };
		case "cancelled":
			return { reason: "cancelled" };
	}
}

/** The beginning of an answer, for a person to recognise it by. */
export function excerpt(text: string): string {
	const flat = text.replace(/\s+/g, " ").trim();
	return flat.length > excerptLength ? `${flat.slice(0, excerptLength)}…` : flat;
}
