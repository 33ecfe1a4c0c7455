import type { CrmFailure } from "@/lib/crm/failure";

/** What a question to the background came to that was not answered: a worker that ends in the middle answers nothing. */
export const internalFailure = (error: unknown): { ok: false; failure: CrmFailure } => ({
	ok: false,
	failure: { reason: "internal", detail: String(error) },
});
