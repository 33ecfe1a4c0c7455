/** Version 2 (0.2.0) adds the webhook, custom functions, detection and the time deliveries are kept. Frozen: imports nothing, and never changes again. */
export function migrate1To2(settings: Record<string, unknown>): Record<string, unknown> {
	return {
		...settings,
		version: 2,
		webhook: { enabled: false, url: "", secret: "", events: ["phone.detected", "followup.detected"] },
		custom_functions: [],
		detection: { region: "", own_numbers: [], announce_history: false },
		deliveries: { keep_delivered_days: 30, keep_failed_days: 0 },
	};
}
