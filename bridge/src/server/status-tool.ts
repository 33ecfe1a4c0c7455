import type { Tool } from "@modelcontextprotocol/server";
import type { Link } from "../link/link";
import { sentence } from "../link/sentences";
import { version } from "../version";

/** Listed while there is no browser to list the others: a model can tell its user what to do. */
export const statusTool: Tool = {
	name: "chatside_status",
	title: "Chatside's connection",
	description:
		"Tells whether Chatside, the extension in the user's browser, is connected, and if not, what the user has to do. Chatside's other tools are listed once it is.",
	inputSchema: { type: "object", properties: {}, additionalProperties: false },
	annotations: { readOnlyHint: true, openWorldHint: false },
};

/** The tool's answer, as a sentence. */
export async function status(link: Link): Promise<string> {
	const who = await link.whom();
	if (!who.ok) return sentence(who);
	return `Chatside ${who.extension} is connected, in the browser profile "${who.profile.name}" (bridge ${version}). If its tools are not listed, list them again.`;
}
