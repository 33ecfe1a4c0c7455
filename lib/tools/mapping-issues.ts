import { faultSentence } from "@/lib/mapping/fault";
import type { ToolContext } from "./context";
import type { ToolIssue } from "./tool";

/** What is wrong with an expression; `path` is where it stands in the arguments. */
export async function mappingIssues(
	{ mapping }: ToolContext,
	expression: string | undefined,
	path: string,
): Promise<ToolIssue[]> {
	if (expression === undefined) return [];
	const parsed = await mapping.run({ expression });
	// Where nothing can be run, the call that needs the mapping will say so.
	if (parsed.ok || parsed.failure.problem === "not-run") return [];
	return [{ path, message: faultSentence(parsed.failure) }];
}
