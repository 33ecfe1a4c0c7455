/** Version 5 (0.5.0) adds the bridge to programs that speak MCP. Frozen: imports nothing, and never changes again. */
export function migrate4To5(settings: Record<string, unknown>): Record<string, unknown> {
	return { ...settings, version: 5, bridge: { enabled: false, profile_name: "" }, bridge_clients: {} };
}
