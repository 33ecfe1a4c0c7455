import type { Clock } from "@/lib/core/clock";
import type { HttpFailure } from "@/lib/core/http";
import { isObject } from "@/lib/core/is-object";
import { masked } from "@/lib/crm/auth-field";
import { excerpt } from "@/lib/crm/call";
import type { ModelFailure } from "../model";
import { beginsWithinMs, pieceWithinMs, type ServerConnection } from "./connection";

/** What a server said of its failure: its words for a person, and its code where it has one. */
export type ServerError = { message: string; code: string };

/** Why there was no answer at all; undefined when nobody waits for one any more. */
export function failureOfHttp(
	failure: HttpFailure,
	host: string,
	during: "beginning" | "answer",
): ModelFailure | undefined {
	switch (failure.reason) {
		case "unreachable":
			return { reason: "unreachable", host };
		case "interrupted":
			return { reason: "interrupted", host };
		case "timeout":
			return { reason: "timeout", afterMs: during === "beginning" ? beginsWithinMs : pieceWithinMs };
		case "redirected":
			return { reason: "redirected" };
		case "too-large":
			return { reason: "too-large" };
		case "cancelled":
			return undefined;
	}
}

/** An error as servers write it: OpenAI's `{ error: { message, code } }`, and the shorter forms of others. */
export function readServerError(json: unknown): ServerError | undefined {
	// Google's servers wrap it in a list.
	const whole = Array.isArray(json) ? json[0] : json;
	if (!isObject(whole)) return undefined;
	const error = whole.error ?? whole;
	if (typeof error === "string") return { message: error, code: "" };
	if (!isObject(error)) return undefined;
	const message = error.message ?? error.detail ?? error.error;
	if (message === undefined && whole.error === undefined) return undefined;
	const text = typeof message === "string" ? message : JSON.stringify(message ?? error);
	return { message: text, code: String(error.code ?? error.type ?? "") };
}

/** The error in the text of an answer that is no success; the text itself where it is none that is known. */
export function serverErrorIn(text: string): ServerError {
	try {
		return readServerError(JSON.parse(text)) ?? { message: text, code: "" };
	} catch {
		return { message: text, code: "" };
	}
}

// Servers have one status for many things, and say which in words of their own.
const tooLong =
	/context_length_exceeded|(context|prompt|input|token)[^.]{0,60}(exceed|too (long|large|many)|maximum|larger than)|(exceed|maximum|larger than)[^.]{0,60}(context|tokens)|too many tokens/i;
const noFunctions =
	/(does not|doesn't|don't|do not|not|n't|no endpoints found that|isn't) support(ed|ing)?[^.]{0,40}(tool|function)|(tool|function)s?[^.]{0,60}(not|n't) (supported|enabled|available|allowed)|--enable-auto-tool-choice|tools? param requires|--jinja/i;
const noModel = /model_not_found|model.{0,200}(not found|does not exist|not exist|is not available|unknown)/i;

/**
 * What the status and the words of a server mean. `askedWithFunctions`: whether it was told of any. `error.message` may
 * repeat what was sent, so the connection's secrets are taken out of it.
 */
export function failureOfStatus(
	{ status, retryAfter }: { status: number; retryAfter?: string },
	error: ServerError,
	{ askedWithFunctions, connection, now }: AskedWith,
): ModelFailure {
	const detail = excerpt(withoutSecrets(error.message, connection));
	const words = `${error.code} ${error.message}`;
	const isRefusal = status >= 400 && status !== 401 && status !== 429;
	if (status === 413 || (isRefusal && tooLong.test(words))) return { reason: "too-long", detail };
	if (isRefusal && askedWithFunctions && noFunctions.test(words))
		return { reason: "functions-refused", detail };
	if (status === 401) return { reason: "key-refused", detail };
	if (status === 403) return { reason: "not-allowed", detail };
	if (status === 404 || (isRefusal && noModel.test(words))) return { reason: "model-unknown", detail };
	if (status === 429) {
		const retryAfterMs = retryAfter === undefined ? undefined : waitOf(retryAfter, now);
		return { reason: "too-many-requests", detail, ...(retryAfterMs !== undefined && { retryAfterMs }) };
	}
	return { reason: "http-status", status, excerpt: detail };
}

export type AskedWith = { askedWithFunctions: boolean; connection: ServerConnection; now: Clock };

/** RFC 9110, section 10.2.3: seconds, or a date. */
function waitOf(retryAfter: string, now: Clock): number | undefined {
	const ms = /^\d+(\.\d+)?$/.test(retryAfter.trim())
		? Number(retryAfter) * 1_000
		: Date.parse(retryAfter) - now();
	return Number.isFinite(ms) ? Math.max(0, Math.round(ms)) : undefined;
}

/** A text of the server without the key and the header values it was sent. */
export function withoutSecrets(text: string, { api_key, headers }: ServerConnection): string {
	const secrets = [api_key, ...Object.values(headers)].filter(({ length }) => length >= 4);
	return secrets.reduce((shown, secret) => shown.replaceAll(secret, masked), text);
}
