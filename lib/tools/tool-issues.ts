import type { z } from "@/lib/core/schema";
import type { ToolIssue } from "./tool";

/** Every refused argument with its path; each unknown field is one of its own. */
export function toolIssues(error: z.ZodError): ToolIssue[] {
	return error.issues.flatMap((issue) => {
		const path = issue.path.join(".");
		if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
		return issue.keys.map((key) => ({
			path: path ? `${path}.${key}` : key,
			message: `There is no field "${key}".`,
		}));
	});
}
