import type { Endpoint } from "@/lib/crm/endpoint";
import type { EgressEntry } from "./entry";
import { createCallMatcher } from "./match-call";

/** A step is asked right after the request before it, and all share the time of one call. */
const longestCallMs = 60_000;

/**
 * The calls of an endpoint among logged requests of its type, oldest first, each as one entry: with the time of all its
 * steps, and failed where one it needs did. Requests of the same type to other places are not its.
 */
export function endpointCalls(
	entries: readonly EgressEntry[],
	endpoint: Pick<Endpoint, "url" | "method" | "steps">,
): EgressEntry[] {
	const isFirst = createCallMatcher(endpoint);
	const steps = (endpoint.steps ?? []).map((step) => ({ ...step, isIt: createCallMatcher(step) }));
	const calls: { entry: EgressEntry; steps: number }[] = [];
	for (const entry of entries) {
		if (entry.step === undefined) {
			if (isFirst(entry)) calls.push({ entry, steps: 0 });
			continue;
		}
		const number = entry.step;
		const step = steps[number - 1];
		// Of calls under way at once, any that waits for this step will do: how many there are stays right.
		const call = calls.findLast(
			({ entry: { at }, steps: made }) => made === number - 1 && entry.at - at <= longestCallMs,
		);
		if (!step?.isIt(entry) || !call) continue;
		call.steps = number;
		call.entry = withStep(call.entry, entry, step.optional === true);
	}
	return calls.map(({ entry }) => entry);
}

/** The call as it is after one more of its requests. */
function withStep(call: EgressEntry, step: EgressEntry, isOptional: boolean): EgressEntry {
	const after = { ...call, ms: call.ms + step.ms };
	if (step.state === "succeeded" || (isOptional && step.state === "failed")) return after;
	const { state, status, failure } = step;
	return { ...after, state, status, failure };
}
