/** Version 2 (0.2.0) adds the webhook and custom functions. Frozen: imports nothing, and never changes again. */
export function migrate1To2(settings: Record<string, unknown>): Record<string, unknown> {
	return {
		...settings,
		version: 2,
		webhook: { enabled: false, url: "", secret: "", events: ["phone.detected", "followup.detected"] },
		custom_functions: [],
	};
}
