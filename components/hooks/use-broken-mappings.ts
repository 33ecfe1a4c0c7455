import { useQuery } from "@tanstack/react-query";
import { type BrokenMapping, brokenMappings } from "@/lib/crm/broken-mappings";
import type { Endpoint } from "@/lib/crm/endpoint";
import { startMappingWorker } from "@/lib/platform/mapping/start-worker";
import { createWorkerEngine } from "@/lib/platform/mapping/worker-engine";

/**
 * The endpoints whose mapping is no JSONata. One that is set here is checked before it is stored; one of a policy, or of
 * an older version, is not.
 */
export function useBrokenMappings(endpoints: readonly Endpoint[]): BrokenMapping[] {
	const mapped = endpoints.filter(({ mapping }) => mapping !== undefined);
	const { data } = useQuery({
		queryKey: ["broken-mappings", mapped.map(({ type, mapping }) => [type, mapping])],
		queryFn: async () => {
			const engine = createWorkerEngine(startMappingWorker);
			try {
				return await brokenMappings(engine, mapped);
			} finally {
				engine.close();
			}
		},
		enabled: mapped.length > 0,
		staleTime: Number.POSITIVE_INFINITY,
	});
	return data ?? [];
}
