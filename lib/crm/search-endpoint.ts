import type { Http, Purpose } from "@/lib/core/http";
import { fail, ok, type Result } from "@/lib/core/result";
import { type CallOptions, callJson, createVerdict, excerpt } from "./call";
import type { Endpoint } from "./endpoint";
import { permissionPattern } from "./endpoint-url";
import type { CrmFailure } from "./failure";
import type { HealthRecord } from "./health-record";
import { type EndpointAnswer, readAnswer } from "./read-answer";
import { buildRequest, type Parameters } from "./request";

export type EndpointSearchPorts = {
	http: Http;
	hasPermission(pattern: string): Promise<boolean>;
	health: HealthRecord;
	/** Told of every answer something was found in, as the CRM gave it. */
	answered?(endpoint: Endpoint, json: unknown): void;
};

export type EndpointSearchOptions = {
	/** Ends the request; the answer is then the failure `cancelled`. */
	signal: AbortSignal;
	purpose: Purpose;
	/** The user's own wish to try an endpoint that is paused. */
	force?: boolean;
};

export type EndpointSearch = ReturnType<typeof createEndpointSearch>;

/**
 * Asks an endpoint for what is searched, and reads its answer. Nothing is sent without permission or while the endpoint
 * is paused; how the call went goes to its health record. Nothing is cached: what was typed is rarely typed again.
 */
export function createEndpointSearch({ http, hasPermission, health, answered }: EndpointSearchPorts) {
	return async function search(
		endpoint: Endpoint,
		parameters: Parameters,
		{ signal, purpose, force = false }: EndpointSearchOptions,
	): Promise<Result<EndpointAnswer, CrmFailure>> {
		const origin = permissionPattern(new URL(endpoint.url));
		if (!(await hasPermission(origin))) return fail({ reason: "permission-missing", origin });
		const begun = await health.begin(endpoint, { force });
		if (!begun.ok) return begun;
		const [verdict, judge] = createVerdict();
		let result: Result<EndpointAnswer, CrmFailure> = fail({ reason: "cancelled" });
		try {
			if (!signal.aborted) result = await call(endpoint, parameters, { signal, purpose, verdict });
			return result;
		} finally {
			begun.value(result);
			judge(result.ok ? undefined : result.failure.reason);
		}
	};

	async function call(
		endpoint: Endpoint,
		parameters: Parameters,
		options: CallOptions,
	): Promise<Result<EndpointAnswer, CrmFailure>> {
		const textAllowed = endpoint.type === "ai_CustomerInitialInfo";
		const called = await callJson(http, buildRequest(endpoint, parameters), { ...options, textAllowed });
		if (!called.ok) return called;
		const { json, text } = called.value;
		const answer = readAnswer(endpoint.type, json);
		if (!answer.ok)
			return fail({ reason: "unreadable-answer", detail: answer.failure, excerpt: excerpt(text) });
		if (isSomething(answer.value)) answered?.(endpoint, json);
		return ok(answer.value);
	}
}

/** An answer in which nothing was found tells nothing of what results look like. */
function isSomething(answer: EndpointAnswer): boolean {
	switch (answer.kind) {
		case "customers":
			return answer.found;
		case "products":
			return answer.products.length > 0;
		case "results":
			return answer.results.length > 0;
		case "context":
			return typeof answer.context !== "string";
	}
}
