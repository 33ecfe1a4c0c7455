import { fail, type Result } from "@/lib/core/result";
import { type CallEndpointOptions, type CallPorts, callEndpoint } from "./call-endpoint";
import type { Endpoint } from "./endpoint";
import type { CrmFailure } from "./failure";
import type { HealthRecord } from "./health-record";
import type { EndpointAnswer } from "./read-answer";
import type { Parameters } from "./request";

export type GuardedCallPorts = CallPorts & {
	health: HealthRecord;
	/** Told of every answer something was found in, as the CRM gave it. */
	answered?(endpoint: Endpoint, json: unknown): void;
};

export type GuardedCallOptions = CallEndpointOptions & {
	/** The user's own wish to try an endpoint that is paused. */
	force?: boolean;
};

/** Asks an endpoint unless it is paused, and records how that went. Whether it may be asked at all is the caller's to know. */
export function createGuardedCall(ports: GuardedCallPorts) {
	const { health, answered } = ports;
	return async (
		endpoint: Endpoint,
		parameters: Parameters,
		{ force = false, ...options }: GuardedCallOptions,
	): Promise<Result<EndpointAnswer, CrmFailure>> => {
		const begun = await health.begin(endpoint, { force });
		if (!begun.ok) return begun;
		let result: Result<EndpointAnswer, CrmFailure> = fail({ reason: "cancelled" });
		try {
			if (options.signal?.aborted) return result;
			const called = await callEndpoint(ports, endpoint, parameters, options);
			result = called.ok ? { ok: true, value: called.value.answer } : called;
			if (called.ok && isSomething(called.value.answer)) answered?.(endpoint, called.value.raw);
			return result;
		} finally {
			begun.value(result);
		}
	};
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
