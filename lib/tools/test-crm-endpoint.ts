import type { HttpRequest } from "@/lib/core/http";
import { z } from "@/lib/core/schema";
import { answerGap, gapSentence } from "@/lib/crm/answer-gap";
import { callEndpoint, type MadeRequest } from "@/lib/crm/call-endpoint";
import { authSchema, bodyAuthNeedsPost, type Endpoint, requestRules } from "@/lib/crm/endpoint";
import { defaultTestPhone, endpointTypes, maxTimeoutMs } from "@/lib/crm/endpoint-type";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import type { CrmFailure } from "@/lib/crm/failure";
import { failureSentence } from "@/lib/crm/failure-sentence";
import { answerSentence, type EndpointAnswer } from "@/lib/crm/read-answer";
import { customerParameters, maskedRequest, type Parameters } from "@/lib/crm/request";
import { requestFields } from "@/lib/crm/request-template";
import { keepSecrets, secretsMissingSentence } from "@/lib/settings/secrets";
import type { ToolContext } from "./context";
import { mappingIssues } from "./mapping-issues";
import type { Tool, ToolResult } from "./tool";

/** One request of a test: as sent, with secrets masked, and what came back. */
export type TestedRequest = {
	request: Omit<HttpRequest, "timeoutMs">;
	latency_ms?: number;
	status?: number;
	raw?: string;
};

/**
 * What a test found out: of the endpoint's request and of its `steps`, of its mapping (`mapped`, null when it found
 * nothing), and the `answer` the panel would show.
 */
export type EndpointTest = TestedRequest & {
	steps?: TestedRequest[];
	mapped?: unknown;
	answer?: EndpointAnswer;
	failure?: CrmFailure;
};

const input = z
	.strictObject({
		type: z.enum(endpointTypes),
		...requestFields,
		method: requestFields.method.default("GET"),
		auth: authSchema.optional(),
		test_phone: z
			.string()
			.regex(/^\+[1-9]\d{6,14}$/, "Write the phone in E.164, such as +34600000000.")
			.default(defaultTestPhone),
		test_query: z.string().max(200).describe("What the search types are asked for.").default("a"),
		timeout_ms: z.number().int().min(1_000).max(maxTimeoutMs).optional(),
	})
	.refine(bodyAuthNeedsPost.check, bodyAuthNeedsPost.params)
	.superRefine(requestRules);

export const testCrmEndpoint: Tool<ToolContext, typeof input> = {
	name: "test_crm_endpoint",
	description:
		"Calls a URL as an endpoint of the given type would be called. It sends a request and changes no setting. A masked credential stands for the stored one, for the same server.",
	kind: "mutation",
	hints: { destructive: false, idempotent: true, openWorld: true },
	callers: ["extension-page", "mcp-client"],
	input,
	check: (context, tested) => mappingIssues(context, tested, "mapping"),
	async run(context, { test_phone, test_query, ...given }) {
		const { settings, crmHealth, hasPermission } = context;
		// A masked credential stands for the stored one.
		const read = await settings.read();
		const endpoints = read.ok ? read.value.crm_endpoints : [];
		const ofType = endpoints.find(({ type }) => type === given.type);
		const others = endpoints.filter(({ type }) => type !== given.type);
		const complete = keepSecrets<Endpoint>(given, ofType, others);
		if (!complete.ok)
			return { isError: true, text: `No request was sent. ${secretsMissingSentence(complete.failure)}` };
		const endpoint = complete.value;
		const parameters = parametersFor(endpoint, test_phone, test_query);
		const pattern = permissionPattern(new URL(endpoint.url));
		if (!(await hasPermission(pattern))) {
			const request = withoutTimeout(maskedRequest(endpoint, parameters));
			const isStored = ofType && permissionPattern(new URL(ofType.url)) === pattern;
			const missing = failed({ request, failure: { reason: "permission-missing", origin: pattern } });
			if (isStored) return missing;
			return {
				...missing,
				text: `Chatside has no permission to reach ${pattern}. Store the endpoint first, with update_crm_endpoints; then the user can grant access in Chatside's settings, CRM endpoints.`,
			};
		}

		// Before the request, so that the record has how long the answer took. Its refusal cannot be, with `force`.
		const begun = await crmHealth.begin(endpoint, { force: true });
		const record = begun.ok ? begun.value : () => undefined;
		const requests: TestedRequest[] = [];
		let mapped: Pick<EndpointTest, "mapped"> = {};
		const called = await callEndpoint(context, endpoint, parameters, {
			purpose: { kind: "crm-test", name: endpoint.type },
			watch: {
				requested: (made) => requests.push(testedRequest(made)),
				mapped: (value = null) => {
					mapped = { mapped: value };
				},
			},
		});
		const [first = { request: withoutTimeout(maskedRequest(endpoint, parameters)) }, ...steps] = requests;
		const test: EndpointTest = { ...first, ...(steps.length > 0 && { steps }), ...mapped };
		// A test that works ends whatever paused the endpoint; one that does not is no reason to pause it.
		record(called.ok ? called : { ok: false, failure: { reason: "cancelled" } });
		if (!called.ok) return failed({ ...test, failure: called.failure });
		const { answer } = called.value;
		const unread = answer.problems.map(
			({ path, found, expected }) => `${path}: "${found}" is no ${expected}`,
		);
		const gap = answerGap(answer, endpoint.mapping === undefined ? undefined : { made: mapped.mapped });
		const heard = requests
			.map(
				({ status, latency_ms }) =>
					`${status === undefined ? "no answer" : `HTTP ${status}`} in ${latency_ms} ms`,
			)
			.join(", ");
		return {
			text: [`${heard}: ${answerSentence(answer)}.`, ...(gap ? [gapSentence(gap)] : []), ...unread].join(
				"\n",
			),
			data: { ...test, answer },
		};
	},
};

function testedRequest({ request, latencyMs, outcome }: MadeRequest): TestedRequest {
	const made = { request: withoutTimeout(request), latency_ms: latencyMs };
	if (outcome.ok) return { ...made, status: outcome.value.status, raw: outcome.value.text };
	const { failure } = outcome;
	return {
		...made,
		...(failure.reason === "http-status" && { status: failure.status }),
		...("excerpt" in failure && { raw: failure.excerpt }),
	};
}

const withoutTimeout = ({ timeoutMs: _, ...request }: HttpRequest): TestedRequest["request"] => request;

function failed(test: EndpointTest & { failure: CrmFailure }): ToolResult<EndpointTest> {
	return { isError: true, text: failureSentence(test.failure), data: test };
}

function parametersFor(endpoint: Endpoint, phone: string, query: string): Parameters {
	switch (endpoint.type) {
		case "sidePanel_CustomerInfo":
		case "ai_CustomerInitialInfo":
			return customerParameters({ phone, relatedPhones: [] }, endpoint);
		case "sidePanel_CustomerFindToJoin":
			return { query, phone, limit: 5 };
		case "search_Products":
		case "globalSearch":
			return { query, limit: 5 };
	}
}
