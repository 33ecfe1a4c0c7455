/** Version 4 (0.4.0) adds the follow-up. Frozen: imports nothing, and never changes again. */
export function migrate3To4(settings: Record<string, unknown>): Record<string, unknown> {
	return {
		...settings,
		version: 4,
		followup: {
			enabled: false,
			keep_messages_days: 30,
			lookback_hours: 72,
			delay_days: 1,
			minimum_intent: "medium",
			run_hour: 9,
			run_days: [1, 2, 3, 4, 5],
			most_per_run: 20,
			most_attempts: 2,
			hours_between_attempts: 72,
			reset_after_days: 60,
			tracking_days: 14,
			excluded_phones: [],
			words: [],
			templates: [],
			use_model: true,
		},
	};
}
