import { brokenMappings } from "@/lib/crm/broken-mappings";
import type { Endpoint } from "@/lib/crm/endpoint";
import { faultSentence } from "@/lib/mapping/fault";
import type { ToolContext } from "./context";
import type { ToolIssue } from "./tool";

/** What is wrong with the mapping of an endpoint; `path` is where it stands in the arguments. */
export async function mappingIssues(
	{ mapping }: ToolContext,
	endpoint: Pick<Endpoint, "type" | "mapping"> | undefined,
	path: string,
): Promise<ToolIssue[]> {
	const broken = await brokenMappings(mapping, endpoint ? [endpoint] : []);
	return broken.map(({ fault }) => ({ path, message: faultSentence(fault) }));
}
