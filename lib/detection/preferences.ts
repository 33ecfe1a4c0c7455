import { z } from "@/lib/core/schema";

/** What the user sets about finding phone numbers in the chat. */
export const detectionSchema = z.strictObject({
	/** The country of numbers written without one (ISO 3166-1 alpha-2); empty: the contact's own. */
	region: z.string().regex(/^([A-Z]{2})?$/, "A country is two capital letters, such as ES."),
	/** Numbers of one's own (E.164), which are nobody's lead. */
	own_numbers: z
		.array(z.string().regex(/^\+[1-9]\d{6,14}$/, "Write the phone in E.164, such as +34600000000."))
		.max(20),
	/** Whether numbers in messages older than the installation are announced, and not only remembered. */
	announce_history: z.boolean(),
});
export type Detection = z.infer<typeof detectionSchema>;
