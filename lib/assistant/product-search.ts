import { isObject } from "@/lib/core/is-object";
import { parseJson } from "@/lib/core/json";
import { fail, ok, type Result } from "@/lib/core/result";
import type { ProductsFound } from "@/lib/crm/found-products";
import type { ArgumentProblem } from "@/lib/functions/argument-problem";
import type { FunctionFailure } from "@/lib/functions/call-outcome";
import type { ModelFunction } from "./model";

/** What the assistant searches products with, where the CRM has a product search. */
export const productSearch: ModelFunction = {
	name: "search_products",
	description:
		"Search the shop's products by name, kind or number. Gives names, prices, stock and links of what was found.",
	parameters: {
		type: "object",
		properties: { query: { type: "string", description: "What to search for, in a few words." } },
		required: ["query"],
		additionalProperties: false,
	},
};

/** So many of the products found are told: a model needs no more, and each one costs. */
const mostTold = 10;
const longestQuery = 200;

/**
 * The functions a model is told of. A function of the user's own that has the name of the product search takes its
 * place: the user has named it, and two of one name cannot be told apart.
 */
export function offeredFunctions(
	functions: readonly ModelFunction[],
	{ products }: { products: boolean },
): ModelFunction[] {
	const taken = functions.some(({ name }) => name === productSearch.name);
	return products && !taken ? [...functions, productSearch] : [...functions];
}

/** Reads the arguments of a product search: the query. */
export function readProductQuery(text: string): Result<string, FunctionFailure> {
	const parsed = parseJson(text, 10_000);
	if (!parsed.ok)
		return parsed.failure.reason === "text-too-long"
			? fail({ reason: "arguments-too-long", longest: parsed.failure.limit })
			: fail({ reason: "arguments-not-json", detail: text.slice(0, 200) });
	const query = isObject(parsed.value) ? parsed.value.query : undefined;
	if (typeof query !== "string" || query.trim() === "") return invalid("/query", "has to be a text.");
	if (query.length > longestQuery) return invalid("/query", `has at most ${longestQuery} characters.`);
	return ok(query.trim());
}

const invalid = (pointer: string, message: string): Result<never, FunctionFailure> => {
	const problems: ArgumentProblem[] = [{ pointer, message }];
	return fail({ reason: "arguments-invalid", problems });
};

/** What was found, as JSON for the model. */
export function productsAsAnswer({ products, total }: ProductsFound): string {
	const told = products.slice(0, mostTold).map(({ name, price, currency, stock, sku, url, variants }) => ({
		name,
		price,
		currency,
		stock,
		sku,
		url,
		...(variants.length > 0 && {
			variants: variants.slice(0, mostTold).map((variant) => ({
				name: variant.name,
				price: variant.price,
				stock: variant.stock,
				sku: variant.sku,
			})),
		}),
	}));
	return JSON.stringify({ found: total, products: told });
}
