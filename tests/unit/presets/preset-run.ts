import type { HttpRequest } from "@/lib/core/http";
import { ok } from "@/lib/core/result";
import { callEndpoint } from "@/lib/crm/call-endpoint";
import type { Customer, CustomerAnswer } from "@/lib/crm/customer";
import { type Endpoint, endpointSchema } from "@/lib/crm/endpoint";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import { fillPreset } from "@/lib/crm/presets/fill";
import type { Preset } from "@/lib/crm/presets/preset";
import type { EndpointAnswer } from "@/lib/crm/read-answer";
import { evaluateJob } from "@/lib/mapping/evaluate";

/** Who the made-up people of the fixtures are asked for by. */
export const asked = { phone: "+34612345678", query: "ana & co", limit: 10 };

/** An answer with status 403: the credentials do not reach so far. */
export const refused = Symbol("403");
/** An answer with status 204: nothing. */
export const nothing = Symbol("204");

/** The endpoint of a type, with values filled in, as it would be stored. */
export function endpointOf(preset: Preset, type: EndpointType, values: Record<string, string>): Endpoint {
	const filled = fillPreset(preset, values);
	if (!filled.ok) throw new Error(JSON.stringify(filled.failure));
	const endpoint = filled.value.find((one) => one.type === type);
	if (!endpoint) throw new Error(`${preset.name} has no ${type}.`);
	return endpointSchema.parse(endpoint);
}

/** Calls an endpoint whose server gives these answers, one a request; gives what was sent and how it was read. */
export async function call(
	endpoint: Endpoint,
	answers: readonly unknown[],
	parameters: Partial<typeof asked> = asked,
) {
	const sent: HttpRequest[] = [];
	const result = await callEndpoint(
		{
			http: async (request) => {
				const answer = answers[sent.push(request) - 1];
				const status = answer === refused ? 403 : answer === nothing ? 204 : 200;
				return ok({ status, contentType: "application/json", text: JSON.stringify(answer) ?? "" });
			},
			mapping: { run: evaluateJob },
			now: () => 0,
		},
		endpoint,
		parameters,
		{ signal: new AbortController().signal, purpose: { kind: "crm", name: endpoint.type } },
	);
	return { sent, result };
}

/** What the panel reads of these answers. */
export async function readThrough(endpoint: Endpoint, answers: readonly unknown[]): Promise<EndpointAnswer> {
	const { result } = await call(endpoint, answers);
	if (!result.ok) throw new Error(JSON.stringify(result.failure));
	return result.value.answer;
}

/** The same of an endpoint that answers customers. */
export async function readCustomers(
	endpoint: Endpoint,
	answers: readonly unknown[],
): Promise<CustomerAnswer> {
	const answer = await readThrough(endpoint, answers);
	if (answer.kind !== "customers") throw new Error(answer.kind);
	return answer;
}

/** The one customer of such an answer, which has to be read without problems. */
export async function readCustomer(endpoint: Endpoint, answers: readonly unknown[]): Promise<Customer> {
	const { customers, problems } = await readCustomers(endpoint, answers);
	if (problems.length > 0) throw new Error(JSON.stringify(problems));
	const [customer] = customers;
	if (!customer || customers.length > 1) throw new Error(`${customers.length} customers.`);
	return customer;
}

/** The fields under *More*, by name, as they came. */
export const more = (of: Pick<Customer, "more">): Record<string, unknown> =>
	Object.fromEntries(of.more.map(({ name, value }) => [name, "text" in value ? value.text : value]));

/** A request for a person to compare with the vendor's page: method and URL in one line, the query as a record. */
export function shown({ method, url, headers, body }: HttpRequest) {
	const { origin, pathname, searchParams } = new URL(url);
	const { Accept: _, "Content-Type": __, ...others } = headers;
	return {
		line: `${method} ${origin}${pathname}`,
		headers: others,
		...(searchParams.size > 0 && { query: Object.fromEntries(searchParams) }),
		...(body !== undefined && { body: JSON.parse(body) as unknown }),
	};
}

/** Every request of an endpoint, in its order, for these answers. */
export async function requestsOf(endpoint: Endpoint, answers: readonly unknown[]) {
	return (await call(endpoint, answers)).sent.map(shown);
}
