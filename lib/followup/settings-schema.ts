import { z } from "@/lib/core/schema";
import { intentLevels, languages, outcomes } from "./finding";
import { objections } from "./signal";

/** The settings of the follow-up, as stored. Hours and days are local time; days of the week are 0 (Sunday) to 6. */
export const followUpSchema = z.strictObject({
	/** Whether it runs by itself. */
	enabled: z.boolean(),
	/** How long messages that the page showed are kept; 0: none are, and nothing can be found. */
	keep_messages_days: z.number().int().min(0).max(365),
	/** Only conversations whose last message is not older than this, counted from when they may be followed up. */
	lookback_hours: z.union([z.literal(12), z.literal(24), z.literal(48), z.literal(72)]),
	/** Days of silence before a conversation is followed up. */
	delay_days: z.number().int().min(0).max(30),
	minimum_intent: z.enum(intentLevels),
	run_hour: z.number().int().min(0).max(23),
	run_days: z.array(z.number().int().min(0).max(6)).max(7),
	most_per_run: z.number().int().min(1).max(500),
	most_attempts: z.number().int().min(1).max(10),
	hours_between_attempts: z
		.number()
		.int()
		.min(1)
		.max(24 * 60),
	/** After so many days without an attempt the count begins anew. */
	reset_after_days: z.number().int().min(1).max(365),
	/** An answer or an order within so many days after an attempt is its success. */
	tracking_days: z.number().int().min(1).max(90),
	/** Whether who has ordered since is left alone; otherwise they are found, and the find says so. */
	skip_ordered: z.boolean(),
	/** E.164 */
	excluded_phones: z.array(z.string().max(20)).max(5_000),
	words: z
		.array(z.strictObject({ text: z.string().min(1).max(100), weight: z.number().min(-1).max(1) }))
		.max(200),
	templates: z
		.array(
			z.strictObject({
				text: z.string().min(1).max(2_000),
				// A policy cannot hold null: what it leaves out fits everything.
				language: z.enum(languages).nullable().default(null),
				outcome: z.enum(outcomes).nullable().default(null),
				objection: z.enum(objections).nullable().default(null),
				attempt: z.number().int().min(1).max(10).nullable().default(null),
			}),
		)
		.max(100),
	/** Where a model is set: whether it judges the candidates and writes the message. */
	use_model: z.boolean(),
});
export type FollowUpPreferences = z.infer<typeof followUpSchema>;
