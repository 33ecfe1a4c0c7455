import { z } from "@/lib/core/schema";
import { authSchema } from "@/lib/crm/endpoint";
import { readEndpointUrl } from "@/lib/crm/endpoint-url";
import type { CrmFailure } from "@/lib/crm/failure";
import { failureSentence } from "@/lib/crm/failure-sentence";
import { parameterProblems } from "./schema-check";

export const functionMethods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export const approvals = ["always", "writes", "never"] as const;

/** Whether a method sends its arguments in the body; the others send them in the query. */
export const sendsBody = (method: (typeof functionMethods)[number]): boolean =>
	method !== "GET" && method !== "DELETE";

/** The names in braces of a URL: `https://x.example/orders/{order_id}` has `order_id`. */
export const placeholdersIn = (url: string): string[] => [
	...new Set([...url.matchAll(/\{([^{}/]*)\}/g)].map(([, name = ""]) => name)),
];

/** What is wrong with a function, for whoever has words of their own for it; in the `params` of the issue. */
export type FunctionProblem =
	| { reason: "name-twice" }
	| { reason: "placeholder-in-host" }
	| { reason: "url"; failure: CrmFailure }
	| { reason: "no-body"; method: string }
	| { reason: "unknown-placeholder"; name: string };

const withValue = (url: string, value: string) => url.replace(/\{[^{}/]*\}/g, value);

/** A URL is read in more ways than it is written: `https:/{name}/` has a host too. */
function originWith(url: string, value: string): string | undefined {
	const filled = withValue(url, value);
	return URL.canParse(filled) ? new URL(filled).origin : undefined;
}

const functionUrlSchema = z.string().superRefine((text, context) => {
	const refuse = (message: string, params: FunctionProblem) =>
		context.addIssue({ code: "custom", message, params });
	// What stands in the place of a host decides who gets the data, and no argument may decide that.
	if (/^[a-z]+:\/\/[^/?#]*[{}]/i.test(text.trim()) || originWith(text, "x") !== originWith(text, "y"))
		return refuse("A placeholder can stand in the path and the query, not in the host.", {
			reason: "placeholder-in-host",
		});
	const read = readEndpointUrl(withValue(text, "x"));
	if (!read.ok) refuse(failureSentence(read.failure), { reason: "url", failure: read.failure });
});

const fixedValueSchema = z.union(
	[z.string(), z.number(), z.boolean(), z.strictObject({ from: z.literal("conversation.phone") })],
	'A fixed argument is text, a number, true or false, or { "from": "conversation.phone" }.',
);

const properties = (parameters: unknown): object =>
	(parameters as { properties?: object } | undefined)?.properties ?? {};

/** A function as stored (docs/contract.md, section 5). Absent fields get their defaults. */
export const customFunctionSchema = z
	.strictObject({
		name: z
			.string()
			.regex(/^[A-Za-z0-9_-]{1,64}$/, "A name has 1 to 64 letters, digits, _ or -, and no spaces.")
			.describe("What the model calls it by."),
		description: z.string().max(2_000).default("").describe("Tells the model what it does."),
		parameters: z
			.record(z.string(), z.unknown())
			.default({ type: "object", properties: {} })
			.superRefine((parameters, context) => {
				for (const { path, message } of parameterProblems(parameters))
					context.addIssue({ code: "custom", path, message });
			})
			.describe("JSON Schema of type object."),
		endpoint: functionUrlSchema.describe("The URL that is called; {names} in it are filled with arguments."),
		method: z.enum(functionMethods).default("GET"),
		auth: authSchema.optional(),
		fixed: z
			.record(z.string(), fixedValueSchema)
			.optional()
			.describe("Arguments the model neither sees nor chooses."),
		approval: z
			.enum(approvals)
			.default("writes")
			.describe("When a person has to agree: always, when it is not GET, or never."),
		allow_tainted: z
			.boolean()
			.optional()
			.describe(
				'With approval "never": it runs without a person even when words of others, who may want just that, are in what the model saw.',
			),
		enabled: z.boolean().default(true),
	})
	.superRefine(({ method, auth, endpoint, parameters, fixed }, context) => {
		if (auth?.type === "body" && !sendsBody(method))
			context.addIssue({
				code: "custom",
				path: ["auth", "type"],
				message: `A ${method} request has no body: use another method, or another kind of auth.`,
				params: { reason: "no-body", method } satisfies FunctionProblem,
			});
		const known = { ...properties(parameters), ...fixed };
		for (const name of placeholdersIn(endpoint))
			if (!(name in known))
				context.addIssue({
					code: "custom",
					path: ["endpoint"],
					message: `{${name}} is neither a parameter nor a fixed argument.`,
					params: { reason: "unknown-placeholder", name } satisfies FunctionProblem,
				});
	});
export type CustomFunction = z.infer<typeof customFunctionSchema>;
