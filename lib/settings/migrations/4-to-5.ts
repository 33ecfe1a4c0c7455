/** Version 5 (0.5.0) lets the follow-up find who has ordered since. Frozen: imports nothing, and never changes again. */
export function migrate4To5(settings: Record<string, unknown>): Record<string, unknown> {
	return {
		...settings,
		version: 5,
		followup: { ...(settings.followup as Record<string, unknown>), skip_ordered: true },
	};
}
