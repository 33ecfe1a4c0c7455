import { z } from "@/lib/core/schema";

const days = z.number().int().max(3_650);

/** How long deliveries are kept, in days. What is pending is kept until it is settled. */
export const retentionSchema = z.strictObject({
	keep_delivered_days: days.min(1),
	/** 0: until they are removed by hand. */
	keep_failed_days: days.min(0),
});
export type Retention = z.infer<typeof retentionSchema>;
