import type { HttpRequest } from "@/lib/core/http";
import { maskAuth, readableMask } from "./authenticate";
import type { Endpoint } from "./endpoint";
import { defaultTimeoutMs } from "./endpoint-type";
import { fillRequest, namesIn } from "./fill-request";
import { digitsOf, nationalDigits } from "./phone-digits";
import { isOfAnswer, isPlaceholder, type PlaceholderName, valueAt } from "./placeholders";
import type { Step } from "./request-template";
import { maskTexts } from "./secret-texts";

/** Parameters of a call by name. An absent value is left out; an array repeats its name in a query. */
export type Parameters = Record<string, string | number | readonly string[] | undefined>;

/** What the panel asks a customer endpoint for, by phone (E.164), by the id of a linked customer, or both. */
export type CustomerQuery = {
	phone?: string;
	relatedPhones: readonly string[];
	customerId?: string;
	/** The number the CRM has of the linked customer: E.164, or its digits where nobody can tell of which country it is. */
	linkedPhone?: string;
};

/**
 * The parameters of `sidePanel_CustomerInfo`, docs/contract.md, section 2. A `token` is an auth field of that name. A
 * CRM that can only be asked by number is asked by the one it knows the linked customer by.
 */
export function customerParameters(query: CustomerQuery, endpoint: Endpoint): Parameters {
	const { phone, relatedPhones, customerId, linkedPhone } = query;
	return {
		phone: linkedPhone !== undefined && asksByNumber(endpoint) ? linkedPhone : phone,
		relatedphones: relatedPhones.length > 0 ? relatedPhones : undefined,
		customer_id: customerId,
	};
}

/**
 * Whether an endpoint is asked for the linked customer themselves, by their id or by a number the CRM has of them. One that
 * can only be asked by number may say nothing of a customer whose number is not known.
 */
export const asksForLinked = ({ customerId, linkedPhone }: CustomerQuery, endpoint: Endpoint): boolean =>
	customerId === undefined || linkedPhone !== undefined || !asksByNumber(endpoint);

/** Whether an endpoint names what it sends, and a customer's id is not among it. */
function asksByNumber(endpoint: Endpoint): boolean {
	const names = [endpoint, ...(endpoint.steps ?? [])].flatMap(namesIn);
	return names.some((name) => name.startsWith("phone")) && !names.includes("customer_id");
}

/**
 * The HTTP request for one call: GET sends parameters in the query, POST as a JSON body. An endpoint with a body of its
 * own, or with a placeholder anywhere, sends what it names and nothing else. The endpoint must already be valid
 * (`endpointSchema`).
 */
export function buildRequest(endpoint: Endpoint, parameters: Parameters): HttpRequest {
	const names = endpoint.body !== undefined || namesIn(endpoint).some((name) => isPlaceholder(name, false));
	return fillRequest(endpoint, endpoint.auth, names ? {} : parameters, {
		find: (name) => placeholderValues(parameters)[name as PlaceholderName],
		hasAnswers: false,
		timeoutMs: endpoint.timeout_ms ?? defaultTimeoutMs,
	});
}

/**
 * The request of a step, with the answers before it: parsed JSON, null of one that failed and was optional. Null when
 * something it needs is in none of them: then there is nothing to ask for.
 */
export function buildStepRequest(
	endpoint: Endpoint,
	step: Step,
	parameters: Parameters,
	answers: readonly unknown[],
): HttpRequest | null {
	const needed = namesIn(step).filter(isOfAnswer);
	if (needed.some((name) => valueAt(answers, name) === undefined)) return null;
	return fillRequest(
		step,
		endpoint.auth,
		{},
		{
			find: (name) =>
				isOfAnswer(name) ? valueAt(answers, name) : placeholderValues(parameters)[name as PlaceholderName],
			hasAnswers: true,
			timeoutMs: endpoint.timeout_ms ?? defaultTimeoutMs,
		},
	);
}

/** What placeholders stand for, and what an expression knows as `$phone`, `$phone_digits` and so on. */
export function placeholderValues({
	phone,
	query,
	customer_id,
	limit,
}: Parameters): Record<PlaceholderName, string | number | undefined> {
	const single = (value: Parameters[string]) => (typeof value === "object" ? value[0] : value);
	const number = single(phone);
	return {
		phone: number,
		phone_digits: number === undefined ? undefined : digitsOf(String(number)),
		phone_national: number === undefined ? undefined : nationalDigits(String(number)),
		query: single(query),
		customer_id: single(customer_id),
		limit: single(limit),
	};
}

/** The request of a call as it was sent, with every secret of the endpoint masked. */
export const maskedRequest = (endpoint: Endpoint, parameters: Parameters): HttpRequest =>
	readableMask(endpoint.auth, buildRequest(maskedEndpoint(endpoint), parameters));

/** The request of a step likewise; null when there was nothing to ask for. */
export function maskedStepRequest(
	endpoint: Endpoint,
	step: Step,
	parameters: Parameters,
	answers: readonly unknown[],
): HttpRequest | null {
	const request = buildStepRequest(maskedEndpoint(endpoint), maskTexts(step), parameters, answers);
	return request && readableMask(endpoint.auth, request);
}

function maskedEndpoint(endpoint: Endpoint): Endpoint {
	const shown = maskTexts(endpoint);
	return shown.auth ? { ...shown, auth: maskAuth(shown.auth) } : shown;
}
