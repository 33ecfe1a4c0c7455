import type { Endpoint } from "@/lib/crm/endpoint";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import { type CallHistory, callHistory } from "./call-history";
import { endpointCalls } from "./endpoint-calls";
import type { EgressEntry } from "./entry";

/** What the log tells of the calls of an endpoint. */
export type EndpointHistory = { type: EndpointType; history: CallHistory };

/** What logged requests to the CRM, oldest first, tell of each endpoint; `now` in ms since the epoch. */
export const endpointHistories = (
	endpoints: readonly Pick<Endpoint, "type" | "url" | "method" | "steps">[],
	requests: readonly EgressEntry[],
	now: number,
): EndpointHistory[] =>
	endpoints.map((endpoint) => {
		const { type } = endpoint;
		const ofType = requests.filter(({ name }) => name === type);
		return { type, history: callHistory(endpointCalls(ofType, endpoint), now) };
	});
