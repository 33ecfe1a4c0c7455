import { z } from "@/lib/core/schema";
import { authFieldSentence } from "@/lib/crm/auth-field";
import { endpointUrlSchema } from "@/lib/crm/endpoint";
import { longestPolicies, mostHeaders, mostMessages, providers } from "./settings";

/** The base URL of a model server: the rules of an endpoint's URL; empty while none is set. */
export const baseUrlSchema = z.string().superRefine((text, context) => {
	if (text === "") return;
	const parsed = endpointUrlSchema.safeParse(text);
	if (!parsed.success) context.addIssue({ code: "custom", message: parsed.error.issues[0]?.message });
});

const secretSchema = z
	.string()
	.max(4_096)
	.superRefine((value, context) => {
		const problem = value === "" ? null : authFieldSentence("header", "Authorization", value);
		if (problem) context.addIssue({ code: "custom", message: problem });
	});

const headersSchema = z.record(z.string().max(200), z.string().max(4_096)).superRefine((headers, context) => {
	const entries = Object.entries(headers);
	if (entries.length > mostHeaders)
		context.addIssue({ code: "custom", message: `There are at most ${mostHeaders} headers.` });
	for (const [name, value] of entries) {
		const problem = authFieldSentence("header", name, value);
		if (problem) context.addIssue({ code: "custom", path: [name], message: problem });
	}
});

const price = z.number().min(0).max(100_000);

/** What the user sets about the assistant and its model. */
export const assistantSchema = z.strictObject({
	provider: z.enum(providers),
	/** The id of the preset it was set up from (presets.ts); empty: a server of one's own. */
	preset: z.string().max(50),
	/** Of an OpenAI-compatible server, up to and with its `/v1`. */
	base_url: baseUrlSchema,
	/** Empty: none is sent. */
	api_key: secretSchema,
	model: z.string().max(300),
	/** Sent with every request, beside the key. Their values are secrets. */
	headers: headersSchema,
	/** Whether the answer is asked for piece by piece. */
	streaming: z.boolean(),
	/** Whether the model can call functions. */
	functions: z.boolean(),
	/** USD for a million tokens; 0: not known. */
	input_price: price,
	output_price: price,
	/** Tokens in and out in one local day; 0: no limit. */
	daily_token_limit: z.number().int().min(0).max(1_000_000_000),
	/** USD in one local day; 0: no limit. */
	daily_cost_limit: z.number().min(0).max(1_000_000),
	/** The tone of every answer, in the user's words. */
	tone: z.string().max(500),
	/** The language of every answer, in the user's words; empty: the customer's own. */
	language: z.string().max(100),
	/** What the assistant has to know and to keep to, in the user's words. */
	policies: z.string().max(longestPolicies),
	/** How many of the last messages the model sees. */
	messages: z.number().int().min(1).max(mostMessages),
});
export type Assistant = z.infer<typeof assistantSchema>;
