import { fail, type Result } from "@/lib/core/result";
import type { Endpoint } from "./endpoint";
import { permissionPattern } from "./endpoint-url";
import type { CrmFailure } from "./failure";
import { createGuardedCall, type GuardedCallOptions, type GuardedCallPorts } from "./guarded-call";
import type { EndpointAnswer } from "./read-answer";
import type { Parameters } from "./request";

export type EndpointSearchPorts = GuardedCallPorts & { hasPermission(pattern: string): Promise<boolean> };

export type EndpointSearch = ReturnType<typeof createEndpointSearch>;

/**
 * Asks an endpoint for what is searched, and reads its answer. Nothing is sent without permission or while the endpoint
 * is paused; how the call went goes to its health record. Nothing is cached: what was typed is rarely typed again.
 */
export function createEndpointSearch(ports: EndpointSearchPorts) {
	const call = createGuardedCall(ports);
	return async (
		endpoint: Endpoint,
		parameters: Parameters,
		options: GuardedCallOptions,
	): Promise<Result<EndpointAnswer, CrmFailure>> => {
		const origin = permissionPattern(new URL(endpoint.url));
		if (!(await ports.hasPermission(origin))) return fail({ reason: "permission-missing", origin });
		return call(endpoint, parameters, options);
	};
}
