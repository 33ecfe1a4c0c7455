/** Version 6 (0.6.0) adds the bridge to programs that speak MCP. Frozen: imports nothing, and never changes again. */
export function migrate5To6(settings: Record<string, unknown>): Record<string, unknown> {
	return { ...settings, version: 6, bridge: { enabled: false, profile_name: "" }, bridge_clients: {} };
}
