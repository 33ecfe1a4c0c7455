import { isObject } from "@/lib/core/is-object";
import { fail, ok, type Result } from "@/lib/core/result";
import type { ExtraField, ReadingProblem } from "./customer";
import type { UnreadableDetail } from "./failure";
import { fieldReader } from "./field-reader";

/** Something `globalSearch` found: a customer, an order, an invoice, or whatever the CRM calls its `type`. */
export type SearchResult = {
	type?: string;
	title?: string;
	subtitle?: string;
	url?: string;
	id?: string;
	more: ExtraField[];
};

export type ResultsAnswer = { results: SearchResult[]; problems: ReadingProblem[] };

/** Reads `{ "results": [ … ] }` (docs/contract.md, section 2); a bare list, or one result, is taken as well. */
export function readResultsAnswer(json: unknown): Result<ResultsAnswer, UnreadableDetail> {
	const answer = Array.isArray(json) ? { results: json } : json;
	if (!isObject(answer)) return fail("not-an-object");
	if (!Array.isArray(answer.results) && !isObject(answer.results)) return fail("results-missing");
	const problems: ReadingProblem[] = [];
	const results = fieldReader({ results: answer.results }, "answer", problems).list(
		"results",
		(object, path) => {
			const field = fieldReader(object, path, problems);
			return {
				type: field.text("type"),
				title: field.text("title"),
				subtitle: field.text("subtitle"),
				url: field.link("url"),
				id: field.text("id"),
				more: field.rest(),
			};
		},
	);
	return ok({ results, problems });
}
