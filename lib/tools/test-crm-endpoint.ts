import type { HttpRequest } from "@/lib/core/http";
import { z } from "@/lib/core/schema";
import { callJson } from "@/lib/crm/call";
import { authSchema, bodyAuthNeedsPost, type Endpoint, endpointUrlSchema } from "@/lib/crm/endpoint";
import { defaultTestPhone, endpointMethods, endpointTypes, maxTimeoutMs } from "@/lib/crm/endpoint-type";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import type { CrmFailure } from "@/lib/crm/failure";
import { failureSentence } from "@/lib/crm/failure-sentence";
import { answerSentence, type EndpointAnswer, readAnswer } from "@/lib/crm/read-answer";
import { buildRequest, customerParameters, maskedRequest, type Parameters } from "@/lib/crm/request";
import { keepSecrets, secretsMissingSentence } from "@/lib/settings/secrets";
import type { SettingsStore } from "@/lib/settings/store";
import type { ToolContext } from "./context";
import type { Tool, ToolResult } from "./tool";

/** What a test found out. `request` is as sent, with secrets masked; `answer` is what the panel would show. */
export type EndpointTest = {
	request: Omit<HttpRequest, "timeoutMs">;
	latency_ms?: number;
	status?: number;
	raw?: string;
	answer?: EndpointAnswer;
	failure?: CrmFailure;
};

const input = z
	.strictObject({
		type: z.enum(endpointTypes),
		url: endpointUrlSchema,
		method: z.enum(endpointMethods).default("GET"),
		auth: authSchema.optional(),
		test_phone: z
			.string()
			.regex(/^\+[1-9]\d{6,14}$/, "Write the phone in E.164, such as +34600000000.")
			.default(defaultTestPhone),
		test_query: z.string().max(200).describe("What the search types are asked for.").default("a"),
		timeout_ms: z.number().int().min(1_000).max(maxTimeoutMs).optional(),
	})
	.refine(bodyAuthNeedsPost.check, bodyAuthNeedsPost.params);

export const testCrmEndpoint: Tool<ToolContext, typeof input> = {
	name: "test_crm_endpoint",
	description:
		"Calls a URL as an endpoint of the given type would be called. It sends a request and changes no setting. A masked credential stands for the stored one, for the same server.",
	kind: "mutation",
	hints: { destructive: false, idempotent: true, openWorld: true },
	callers: ["extension-page"],
	input,
	async run({ settings, crmHealth, http, hasPermission, now }, { test_phone, test_query, ...given }) {
		const complete = keepSecrets<Endpoint>(given, await storedEndpoint(settings, given.type));
		if (!complete.ok)
			return { isError: true, text: `No request was sent. ${secretsMissingSentence(complete.failure)}` };
		const endpoint = complete.value;
		const parameters = parametersFor(endpoint, test_phone, test_query);
		const { timeoutMs: _, ...request } = maskedRequest(endpoint, parameters);
		const pattern = permissionPattern(new URL(endpoint.url));
		if (!(await hasPermission(pattern)))
			return failed({ request, failure: { reason: "permission-missing", origin: pattern } });

		// Before the request, so that the record has how long the answer took. Its refusal cannot be, with `force`.
		const begun = await crmHealth.begin(endpoint, { force: true });
		const record = begun.ok ? begun.value : () => undefined;
		const start = now();
		const called = await callJson(http, buildRequest(endpoint, parameters), {
			signal: new AbortController().signal,
			purpose: { kind: "crm-test", name: endpoint.type },
			textAllowed: endpoint.type === "ai_CustomerInitialInfo",
		});
		const test: EndpointTest = { request, latency_ms: now() - start };
		// A test that works ends whatever paused the endpoint; one that does not is no reason to pause it.
		const notCounted = { ok: false, failure: { reason: "cancelled" } } as const;
		if (!called.ok) {
			record(notCounted);
			const { failure } = called;
			const status = failure.reason === "http-status" ? failure.status : undefined;
			return failed({ ...test, status, raw: "excerpt" in failure ? failure.excerpt : undefined, failure });
		}
		Object.assign(test, { status: called.value.status, raw: called.value.text });
		const answer = readAnswer(endpoint.type, called.value.json);
		record(answer.ok ? { ok: true } : notCounted);
		if (!answer.ok)
			return failed({
				...test,
				failure: { reason: "unreadable-answer", detail: answer.failure, excerpt: called.value.text },
			});
		const unread = answer.value.problems.map(
			({ path, found, expected }) => `${path}: "${found}" is no ${expected}`,
		);
		return {
			text: [
				`HTTP ${test.status} in ${test.latency_ms} ms: ${answerSentence(answer.value)}.`,
				...unread,
			].join("\n"),
			data: { ...test, answer: answer.value },
		};
	},
};

function failed(test: EndpointTest & { failure: CrmFailure }): ToolResult<EndpointTest> {
	return { isError: true, text: failureSentence(test.failure), data: test };
}

/** A masked credential stands for the stored one. */
async function storedEndpoint(
	settings: SettingsStore,
	type: Endpoint["type"],
): Promise<Endpoint | undefined> {
	const read = await settings.read();
	return read.ok ? read.value.crm_endpoints.find((endpoint) => endpoint.type === type) : undefined;
}

function parametersFor(endpoint: Endpoint, phone: string, query: string): Parameters {
	switch (endpoint.type) {
		case "sidePanel_CustomerInfo":
		case "ai_CustomerInitialInfo":
			return customerParameters({ phone, relatedPhones: [] });
		case "sidePanel_CustomerFindToJoin":
			return { query, phone, limit: 5 };
		case "search_Products":
		case "globalSearch":
			return { query, limit: 5 };
	}
}
