import { z } from "@/lib/core/schema";
import { shortHash } from "@/lib/core/short-hash";
import { authFieldSentence, authTypes } from "./auth-field";
import { endpointTypes, maxTimeoutMs } from "./endpoint-type";
import { readEndpointUrl } from "./endpoint-url";
import { failureSentence } from "./failure-sentence";
import { requestFields, requestProblems } from "./request-template";

export const authSchema = z
	.strictObject({ type: z.enum(authTypes), fields: z.record(z.string(), z.string()) })
	.superRefine((auth, context) => {
		const refuse = (field: string, message: string) =>
			context.addIssue({ code: "custom", path: ["fields", field], message });
		if (auth.type === "basic") {
			for (const name of ["username", "password"])
				if (auth.fields[name] === undefined) refuse(name, `Basic authentication needs "${name}".`);
			for (const name of Object.keys(auth.fields))
				if (name !== "username" && name !== "password")
					refuse(name, `Basic authentication takes only "username" and "password".`);
		} else if (Object.keys(auth.fields).length === 0)
			context.addIssue({ code: "custom", path: ["fields"], message: "Name at least one field." });
		for (const [name, value] of Object.entries(auth.fields)) {
			const problem = authFieldSentence(auth.type, name, value);
			if (problem) refuse(name, problem);
		}
	});
export type Auth = z.infer<typeof authSchema>;

export const endpointUrlSchema = z.string().superRefine((text, context) => {
	const read = readEndpointUrl(text);
	if (read.ok) return;
	context.addIssue({ code: "custom", message: failureSentence(read.failure) });
});

/** A rule on the whole of an endpoint, checked even when other fields are wrong, so that all is named at once. */
export const bodyAuthNeedsPost = {
	check: (endpoint: { method?: unknown; auth?: { type?: unknown } | null }) =>
		!(endpoint.auth?.type === "body" && endpoint.method === "GET"),
	params: {
		path: ["auth", "type"],
		message: "A GET request has no body: use POST, or another kind of auth.",
		when: ({ value }: { value: unknown }) => typeof value === "object" && value !== null,
	},
};

/** Tells what of an endpoint's requests does not go together. */
export function requestRules(
	endpoint: Parameters<typeof requestProblems>[0],
	context: z.RefinementCtx,
): void {
	requestProblems(endpoint, (path, message) => context.addIssue({ code: "custom", path, message }));
}

/** An endpoint as stored and as `update_crm_endpoints` takes it (docs/contract.md, sections 1 and 2). */
export const endpointSchema = z
	.strictObject({
		type: z.enum(endpointTypes),
		...requestFields,
		auth: authSchema.optional(),
		/** Milliseconds. */
		timeout_ms: z.number().int().min(1_000).max(maxTimeoutMs).optional(),
		/** Seconds a card counts as fresh. */
		cache_ttl_s: z.number().int().min(0).max(86_400).optional(),
	})
	.refine(bodyAuthNeedsPost.check, bodyAuthNeedsPost.params)
	.superRefine(requestRules);
export type Endpoint = z.infer<typeof endpointSchema>;

/**
 * Identifies an endpoint among cached answers. Without the secrets: the cache is emptied when settings change. What is
 * sent and how the answer is mapped is told by a hash: the key is stored with every answer.
 */
export function endpointFingerprint(endpoint: Endpoint): string {
	const { type, url, method, query, headers, body, steps, mapping } = endpoint;
	const others = [query, headers, body, steps, mapping];
	const isPlain = others.every((other) => other === undefined);
	return JSON.stringify([type, url, method, ...(isPlain ? [] : [shortHash(JSON.stringify(others))])]);
}
