import type { ClientAccess } from "./settings-schema";

export type { ClientAccess };

/** What a program that speaks MCP may do: nothing, ask, change after a person has agreed, or that and some tools freely. */
export const accesses = ["nothing", "read", "ask", "free"] as const;
export type Access = (typeof accesses)[number];
