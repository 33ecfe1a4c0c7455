import { z } from "@/lib/core/schema";
import { authSchema, endpointUrlSchema } from "@/lib/crm/endpoint";
export const customFunctionSchema = z.strictObject({
	name: z.string(),
	description: z.string(),
	parameters: z.record(z.string(), z.unknown()),
	endpoint: endpointUrlSchema,
	method: z.enum(["GET", "POST"]),
	auth: authSchema.optional(),
	enabled: z.boolean().default(true),
});
export type CustomFunction = z.infer<typeof customFunctionSchema>;
