import type { MappingEngine } from "@/lib/mapping/engine";
import type { MappingFault } from "@/lib/mapping/fault";
import type { Endpoint } from "./endpoint";
import type { EndpointType } from "./endpoint-type";

/** An endpoint's mapping that can never be used, whatever the CRM answers, and why. */
export type BrokenMapping = { type: EndpointType; fault: MappingFault };

/**
 * Finds the mappings that are no JSONata, in the order of the endpoints. The schema of an endpoint cannot tell, because
 * the library is in the engine alone. Where nothing can be run, nothing is found: the call that needs the mapping will say so.
 */
export async function brokenMappings(
	mapping: Pick<MappingEngine, "run">,
	endpoints: readonly Pick<Endpoint, "type" | "mapping">[],
): Promise<BrokenMapping[]> {
	const broken: BrokenMapping[] = [];
	for (const { type, mapping: expression } of endpoints) {
		if (expression === undefined) continue;
		const parsed = await mapping.run({ expression });
		if (!parsed.ok && parsed.failure.problem !== "not-run") broken.push({ type, fault: parsed.failure });
	}
	return broken;
}
