import { permissionPattern } from "@/lib/crm/endpoint-url";
import type { ToolContext } from "./context";

/** What to add to an answer about something that was stored, while Chatside may not reach its server. */
export async function ungrantedSentence(
	{ hasPermission }: Pick<ToolContext, "hasPermission">,
	url: string,
	page: "Webhooks" | "CRM endpoints",
): Promise<string> {
	if (await hasPermission(permissionPattern(new URL(url)))) return "";
	return ` Nothing can be sent there until access is granted in Chatside's settings (${page}).`;
}
