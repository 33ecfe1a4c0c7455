import type { IntentLevel } from "./finding";
import type { FollowUpPreferences } from "./settings-schema";

export type { FollowUpPreferences };

export const lookbackHours = [12, 24, 48, 72] as const;

export const defaultFollowUp: FollowUpPreferences = {
	enabled: false,
	keep_messages_days: 30,
	lookback_hours: 72,
	delay_days: 1,
	minimum_intent: "medium" satisfies IntentLevel,
	run_hour: 9,
	run_days: [1, 2, 3, 4, 5],
	most_per_run: 20,
	most_attempts: 2,
	hours_between_attempts: 72,
	reset_after_days: 60,
	tracking_days: 14,
	skip_ordered: true,
	excluded_phones: [],
	words: [],
	templates: [],
	use_model: true,
};
