import { type HttpRequest, type Purpose, purposeKinds } from "@/lib/core/http";
import { isObject } from "@/lib/core/is-object";

/** `cancelled`: nobody waited for the answer any more. */
export const egressStates = ["succeeded", "failed", "cancelled"] as const;
export type EgressState = (typeof egressStates)[number];

/** One request that left this browser: names of what was sent, never a value. */
export type EgressEntry = {
	/** The microsecond it was noted in, of the epoch; no two are equal. */
	seq: number;
	/** When it was sent, ms since the epoch. */
	at: number;
	kind: Purpose["kind"];
	/** The endpoint type or the event. */
	name: string;
	/** Which of a call's further requests it is, from 1; absent for its first. */
	step?: number;
	method: string;
	host: string;
	/** Without query; parts that look like a value are `…`. */
	path: string;
	/** The names of the query's parameters and the body's fields; of an event's `data`. */
	fields: string[];
	/** Of URL path and query, the headers Chatside sets, and the body, in UTF-8. */
	bytes: number;
	/** Until the answer was read, or failed to come. */
	ms: number;
	state: EgressState;
	/** The answer's, where one came. */
	status?: number;
	/** Why it failed: the reason of an `HttpFailure` or of a `CrmFailure`. */
	failure?: string;
};

/** What came of a request. */
export type SentOutcome = { status: number } | { failure: string };

/** A request as it was made, before anything of it is left out. */
export type SentRequest = {
	request: Pick<HttpRequest, "url" | "method" | "headers" | "body">;
	purpose: Purpose;
	at: number;
	ms: number;
} & SentOutcome;

/** Takes note of a request. What it gives says afterwards why the answer could not be used. */
export type RecordRequest = (sent: SentRequest) => (failure: string) => void;

/** What is kept of a request a page makes itself, before it has its place in the log. */
export type PageEntry = Omit<EgressEntry, "seq">;

/**
 * Takes note of a request that a page makes itself, as it is sent. What it gives replaces that note once the request has
 * ended: of one that never does, because its page was closed, the first stays.
 */
export type RecordFromPage = (entry: PageEntry) => (ended: PageEntry) => void;

/** What is kept of a request. */
export const entryOf = (sent: SentRequest, seq: number, verdict?: string): EgressEntry => ({
	seq,
	...pageEntryOf(sent, verdict),
});

/** The same without its place in the log. */
export function pageEntryOf(sent: SentRequest, verdict?: string): PageEntry {
	const { request, purpose, at, ms } = sent;
	const url = urlOf(request.url);
	const status = "status" in sent ? sent.status : undefined;
	const failure = verdict ?? failureOf(sent);
	return {
		at,
		...purpose,
		method: request.method,
		host: url.host,
		path: plainPath(url.pathname),
		fields: fieldsOf(request, url, purpose),
		bytes: bytesOf(request, url),
		ms,
		state: failure === undefined ? "succeeded" : failure === "cancelled" ? "cancelled" : "failed",
		...(status !== undefined && { status }),
		...(failure !== undefined && { failure }),
	};
}

/** What is no URL was refused by the browser; it is noted all the same. */
function urlOf(text: string): URL {
	try {
		return new URL(text);
	} catch {
		return new URL("about:invalid");
	}
}

function failureOf(sent: SentOutcome): string | undefined {
	if ("failure" in sent) return sent.failure;
	return sent.status >= 200 && sent.status <= 299 ? undefined : "http-status";
}

/** Phone numbers, mail addresses, and the long random texts that are keys in the URLs of automation services. */
const looksLikeValue = /\d{6,}|@|%40|^(?=.*\d)[\w~.-]{20,}$|^[\w~-]{32,}$/i;

/** A path whose parts that look like a value, and not like a name, are left out. */
export const plainPath = (path: string): string =>
	path
		.split("/")
		.map((part) => (looksLikeValue.test(part) ? "…" : part))
		.join("/");

/** Names are nobody's, unless somebody uses values as names. */
const plainName = (name: string): string => (looksLikeValue.test(name) ? "…" : name);

const mostFields = 50;

function fieldsOf({ body }: SentRequest["request"], url: URL, { kind }: Purpose): string[] {
	const sent = jsonIn(body);
	const isEvent = kind === "webhook" || kind === "webhook-test";
	const fields = isEvent && isObject(sent) ? sent.data : sent;
	const names = [...url.searchParams.keys(), ...(isObject(fields) ? Object.keys(fields) : [])];
	return [...new Set(names.map(plainName))].slice(0, mostFields);
}

function jsonIn(body: string | undefined): unknown {
	if (body === undefined) return undefined;
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

function bytesOf({ headers, body = "" }: SentRequest["request"], { pathname, search }: URL): number {
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
	return new TextEncoder().encode([pathname, search, ...lines, body].join("")).byteLength;
}

/** A kind by its name, for what comes from outside. */
export const isPurposeKind = (text: string): text is Purpose["kind"] =>
	purposeKinds.some((kind) => kind === text);
