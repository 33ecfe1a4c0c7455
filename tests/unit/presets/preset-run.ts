import jsonata from "jsonata";
import type { Customer, CustomerAnswer } from "@/lib/crm/customer";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import { fillPreset } from "@/lib/crm/presets/fill";
import type { Preset, PresetEndpoint } from "@/lib/crm/presets/preset";
import { type EndpointAnswer, readAnswer } from "@/lib/crm/read-answer";

/** Who the made-up people of the fixtures are asked for by. */
export const asked = { phone: "+34612345678", phone_digits: "34612345678", query: "ana", limit: 10 };

/** The endpoint of a type, with values filled in. */
export function endpointOf(
	preset: Preset,
	type: EndpointType,
	values: Record<string, string>,
): PresetEndpoint {
	const filled = fillPreset(preset, values);
	if (!filled.ok) throw new Error(JSON.stringify(filled.failure));
	const endpoint = filled.value.find((one) => one.type === type);
	if (!endpoint) throw new Error(`${preset.name} has no ${type}.`);
	return endpoint;
}

/**
 * What the panel reads after the endpoint's mapping was applied: to the answer itself, or to `{ answers }` of an endpoint
 * with steps (docs/contract.md, section 2).
 */
export async function readThrough(
	{ type, mapping = "$", steps = [] }: PresetEndpoint,
	answers: readonly unknown[],
): Promise<EndpointAnswer> {
	const input = steps.length > 0 ? { answers } : answers[0];
	const mapped: unknown = await jsonata(mapping).evaluate(JSON.parse(JSON.stringify(input)), asked);
	const read = readAnswer(type, JSON.parse(JSON.stringify(mapped)));
	if (!read.ok) throw new Error(`${read.failure}: ${JSON.stringify(mapped)}`);
	return read.value;
}

/** The same of an endpoint that answers customers. */
export async function readCustomers(
	endpoint: PresetEndpoint,
	answers: readonly unknown[],
): Promise<CustomerAnswer> {
	const answer = await readThrough(endpoint, answers);
	if (answer.kind !== "customers") throw new Error(answer.kind);
	return answer;
}

/** The one customer of such an answer, which has to be read without problems. */
export async function readCustomer(endpoint: PresetEndpoint, answers: readonly unknown[]): Promise<Customer> {
	const { customers, problems } = await readCustomers(endpoint, answers);
	if (problems.length > 0) throw new Error(JSON.stringify(problems));
	const [customer] = customers;
	if (!customer || customers.length > 1) throw new Error(`${customers.length} customers.`);
	return customer;
}

/** The fields under *More*, by name, as they came. */
export const more = (customer: Pick<Customer, "more">): Record<string, unknown> =>
	Object.fromEntries(customer.more.map(({ name, value }) => [name, "text" in value ? value.text : value]));
