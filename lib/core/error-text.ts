/** What an error says. Chromium's QuotaExceededError says nothing, and then its name has to. */
export const errorText = (error: unknown): string =>
	error instanceof Error ? error.message || error.name : String(error);
