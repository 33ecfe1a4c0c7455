import type { BridgeSettings, ClientAccess } from "./settings-schema";

export type { BridgeSettings, ClientAccess };

/** In characters. */
export const longestProfileName = 60;
export const longestClientName = 100;

export const defaultBridge: BridgeSettings = { enabled: false, profile_name: "" };

/** Of a program nothing is set for: it reads, and every change waits for a person. */
export const defaultAccess: ClientAccess = { access: "ask", tools: [] };
