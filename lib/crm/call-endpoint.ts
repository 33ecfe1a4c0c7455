import type { Clock } from "@/lib/core/clock";
import type { Http, HttpRequest, Purpose } from "@/lib/core/http";
import { fail, ok, type Result } from "@/lib/core/result";
import type { MappingEngine } from "@/lib/mapping/engine";
import { callJson, createVerdict, excerpt, type JsonAnswer } from "./call";
import type { Endpoint } from "./endpoint";
import { defaultTimeoutMs } from "./endpoint-type";
import type { CrmFailure } from "./failure";
import { type EndpointAnswer, readAnswer } from "./read-answer";
import { readMappedAnswer } from "./read-mapped-answer";
import {
	buildRequest,
	buildStepRequest,
	maskedRequest,
	maskedStepRequest,
	type Parameters,
	placeholderValues,
} from "./request";

export type CallPorts = { http: Http; mapping: MappingEngine; now: Clock };

export type CallEndpointOptions = {
	signal?: AbortSignal | undefined;
	purpose: Purpose;
	/** Told of what happens on the way, for a person to see. */
	watch?: CallWatcher;
};

export type CallWatcher = {
	/** A request was made; `request` has its secrets masked. */
	requested(made: MadeRequest): void;
	/** The mapping was evaluated; undefined when it found nothing. */
	mapped(value: unknown): void;
};

export type MadeRequest = {
	request: HttpRequest;
	latencyMs: number;
	outcome: Result<JsonAnswer, CrmFailure>;
};

/** An endpoint's answer as read, and as the CRM gave it: with steps, `answer1`, `answer2` and so on. */
export type EndpointCall = { answer: EndpointAnswer; raw: unknown };

/**
 * Asks an endpoint: its request and steps, then its mapping, then reading what came of it as an answer of its type. Every
 * way this can fail is a `CrmFailure`. Permission and health are the caller's.
 */
export async function callEndpoint(
	ports: CallPorts,
	endpoint: Endpoint,
	parameters: Parameters,
	options: CallEndpointOptions,
): Promise<Result<EndpointCall, CrmFailure>> {
	const judges: ((failure: string | undefined) => void)[] = [];
	// What the log of requests says when something breaks off in between.
	let verdict: string | undefined = "cancelled";
	try {
		if (endpoint.mapping !== undefined) ports.mapping.warmUp?.();
		const answers = await requestAll(ports, endpoint, parameters, options, judges);
		const read = answers.ok ? await readAll(ports, endpoint, parameters, answers.value, options) : answers;
		verdict = answers.ok && !read.ok ? read.failure.reason : undefined;
		return read;
	} finally {
		for (const judge of judges) judge(verdict);
	}
}

/** An answer as text and value; of an optional step that failed, null. */
type Answer = { text: string; json: unknown };

/** Makes the endpoint's request and its steps, until one fails or has nothing to ask for. They share its time. */
async function requestAll(
	{ http, now }: CallPorts,
	endpoint: Endpoint,
	parameters: Parameters,
	{ signal, purpose, watch }: CallEndpointOptions,
	judges: ((failure: string | undefined) => void)[],
): Promise<Result<Answer[], CrmFailure>> {
	const timeoutMs = endpoint.timeout_ms ?? defaultTimeoutMs;
	let begun: number | undefined;

	async function make(
		request: HttpRequest,
		shown: () => HttpRequest,
		step?: number,
	): Promise<Result<JsonAnswer, CrmFailure>> {
		const [verdict, judge] = createVerdict();
		const start = now();
		begun ??= start;
		const called = await callJson(
			http,
			{ ...request, timeoutMs: Math.max(1, timeoutMs - (start - begun)) },
			{
				signal,
				purpose: step === undefined ? purpose : { ...purpose, step },
				verdict,
				textAllowed: endpoint.type === "ai_CustomerInitialInfo",
			},
		);
		const outcome =
			!called.ok && called.failure.reason === "timeout"
				? fail({ ...called.failure, afterMs: timeoutMs })
				: called;
		watch?.requested({ request: shown(), latencyMs: now() - start, outcome });
		if (outcome.ok) judges.push(judge);
		else judge(outcome.failure.reason);
		return outcome;
	}

	const first = await make(buildRequest(endpoint, parameters), () => maskedRequest(endpoint, parameters));
	if (!first.ok) return first;
	const answers: Answer[] = [first.value];
	for (const [index, step] of (endpoint.steps ?? []).entries()) {
		const before = answers.map(({ json }) => json);
		const request = buildStepRequest(endpoint, step, parameters, before);
		if (!request) break;
		const called = await make(
			request,
			() => maskedStepRequest(endpoint, step, parameters, before) ?? request,
			index + 1,
		);
		if (called.ok) answers.push(called.value);
		else if (step.optional && called.failure.reason !== "cancelled")
			answers.push({ text: "null", json: null });
		else return called;
	}
	return ok(answers);
}

/** Maps the answers, where the endpoint says how, and reads what came of them. */
async function readAll(
	{ mapping }: CallPorts,
	endpoint: Endpoint,
	parameters: Parameters,
	answers: readonly Answer[],
	{ watch }: CallEndpointOptions,
): Promise<Result<EndpointCall, CrmFailure>> {
	const [first] = answers;
	const json = first?.json;
	const raw = endpoint.steps
		? Object.fromEntries(answers.map((answer, index) => [`answer${index + 1}`, answer.json]))
		: json;
	if (endpoint.mapping === undefined) {
		const read = readAnswer(endpoint.type, json);
		if (read.ok) return ok({ answer: read.value, raw });
		return fail({ reason: "unreadable-answer", detail: read.failure, excerpt: excerpt(first?.text ?? "") });
	}
	const evaluated = await mapping.run({
		expression: endpoint.mapping,
		input: mappingInput(endpoint, answers),
		bindings: placeholderValues(parameters),
	});
	if (!evaluated.ok) return fail({ reason: "mapping", fault: evaluated.failure });
	const text = evaluated.value;
	const mapped = text === undefined ? undefined : JSON.parse(text);
	watch?.mapped(mapped);
	const read = readMappedAnswer(endpoint.type, mapped);
	if (read.ok) return ok({ answer: read.value, raw });
	const fault = { problem: "wrong-shape", detail: read.failure, excerpt: excerpt(text ?? "") } as const;
	return fail({ reason: "mapping", fault });
}

/** What an expression sees, as JSON text: the answer or, with steps, `{ "answers": [ … ] }`. */
function mappingInput({ steps }: Endpoint, answers: readonly Answer[]): string {
	const texts = answers.map(({ text, json }) => (typeof json === "string" ? JSON.stringify(json) : text));
	return steps ? `{"answers":[${texts.join(",")}]}` : (texts[0] ?? "null");
}
