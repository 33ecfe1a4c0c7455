import { z } from "@/lib/core/schema";
import { endpointUrlSchema } from "@/lib/crm/endpoint";
import { configurableEvents } from "./event";
import { secretProblem, secretProblemSentence } from "./sign";

/** A webhook's URL: the rules of an endpoint's URL; empty while none is set. */
export const webhookUrlSchema = z.string().superRefine((text, context) => {
	if (text === "") return;
	const parsed = endpointUrlSchema.safeParse(text);
	if (!parsed.success) context.addIssue({ code: "custom", message: parsed.error.issues[0]?.message });
});

/** Empty: events are not signed. */
export const webhookSecretSchema = z.string().superRefine((secret, context) => {
	const problem = secret === "" ? null : secretProblem(secret);
	if (problem) context.addIssue({ code: "custom", message: secretProblemSentence[problem] });
});

export const webhookEventsSchema = z
	.array(z.enum(configurableEvents))
	.refine((events) => new Set(events).size === events.length, "An event is named twice.");

/** The webhook as stored. It is active when it is enabled and has a URL. */
export const webhookSchema = z.strictObject({
	enabled: z.boolean(),
	url: webhookUrlSchema,
	secret: webhookSecretSchema,
	events: webhookEventsSchema,
});
export type Webhook = z.infer<typeof webhookSchema>;

/** Whether events go out. */
export const isActive = ({ enabled, url }: Webhook): boolean => enabled && url !== "";
