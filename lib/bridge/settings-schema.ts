import { z } from "@/lib/core/schema";
import { accesses } from "./access";
import { longestClientName, longestProfileName } from "./settings";

/** The bridge to programs that speak MCP (docs/decisions/0028-consent-of-clients.md). */
export const bridgeSchema = z.strictObject({
	enabled: z.boolean(),
	/** What programs know this browser profile by; empty for one of its own making. */
	profile_name: z.string().max(longestProfileName),
});
export type BridgeSettings = z.infer<typeof bridgeSchema>;

export const clientAccessSchema = z.strictObject({
	access: z.enum(accesses),
	/** With `free`: the tools that run without asking. */
	tools: z.array(z.string().max(100)).max(50),
});
export type ClientAccess = z.infer<typeof clientAccessSchema>;

/** The most programs something is set for. */
const mostClients = 200;

/** How programs are told apart: how they reach the bridge, and the name they give themselves. */
export const clientKeySchema = z
	.string()
	.regex(/^(stdio|http):/)
	.max(5 + 1 + longestClientName);

/** What single programs may do, by `clientKey`; any other is asked about (`defaultAccess`). */
export const bridgeClientsSchema = z
	.record(clientKeySchema, clientAccessSchema)
	.refine((clients) => Object.keys(clients).length <= mostClients, `There can be ${mostClients} programs.`);
