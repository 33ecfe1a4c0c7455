/**
 * Whether what was got at a time is younger than `ms`. What is from the future means that the clock was set back: its
 * age is unknown, and it is not. All in ms, the times since the epoch.
 */
export function isFresh(at: number, now: number, ms: number): boolean {
	const age = now - at;
	return age >= 0 && age < ms;
}
