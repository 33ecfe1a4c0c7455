import { isObject } from "@/lib/core/is-object";
import { fail, ok, type Result } from "@/lib/core/result";
import type { CustomerAnswer, ReadingProblem } from "./customer";
import type { EndpointType } from "./endpoint-type";
import type { UnreadableDetail } from "./failure";
import { readCustomerAnswer } from "./read-customer-answer";
import { type ProductsAnswer, readProductsAnswer } from "./read-products-answer";
import { type ResultsAnswer, readResultsAnswer } from "./read-results-answer";

/** An endpoint's answer as Chatside understands it. `context` goes to the assistant as it came. */
export type EndpointAnswer =
	| ({ kind: "customers" } & CustomerAnswer)
	| ({ kind: "products" } & ProductsAnswer)
	| ({ kind: "results" } & ResultsAnswer)
	| { kind: "context"; context: unknown; problems: ReadingProblem[] };

/** Reads what an endpoint of a type answered, or says why it is no such answer. */
export function readAnswer(type: EndpointType, json: unknown): Result<EndpointAnswer, UnreadableDetail> {
	switch (type) {
		case "sidePanel_CustomerInfo":
		case "sidePanel_CustomerFindToJoin":
			return tagged("customers", readCustomerAnswer(withFound(json)));
		case "search_Products":
			return tagged("products", readProductsAnswer(json));
		case "globalSearch":
			return tagged("results", readResultsAnswer(json));
		case "ai_CustomerInitialInfo":
			return isObject(json) || typeof json === "string"
				? ok({ kind: "context", context: json, problems: [] })
				: fail("not-an-object");
	}
}

/** What an answer holds, in a few words for tool answers. */
export function answerSentence(answer: EndpointAnswer): string {
	switch (answer.kind) {
		case "customers":
			return answer.found
				? `found ${answer.customers.map(({ name, id }) => name ?? id ?? "a customer").join(", ")}`
				: "nobody found";
		case "products":
			return counted(answer.products.length, "product");
		case "results":
			return counted(answer.results.length, "result");
		case "context":
			return `${JSON.stringify(answer.context).length} characters of context`;
	}
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;

function tagged<Kind extends string, Answer extends object>(
	kind: Kind,
	read: Result<Answer, UnreadableDetail>,
): Result<{ kind: Kind } & Answer, UnreadableDetail> {
	return read.ok ? ok({ kind, ...read.value }) : read;
}

/** An empty list of customers says that nobody was found, even where `found` is missing. */
function withFound(json: unknown): unknown {
	return isObject(json) &&
		json.found === undefined &&
		Array.isArray(json.customers) &&
		json.customers.length === 0
		? { ...json, found: false }
		: json;
}
