import { isObject, type JsonObject } from "@/lib/core/is-object";
import { fail, ok, type Result } from "@/lib/core/result";
import type { ExtraField, ReadingProblem } from "./customer";
import type { UnreadableDetail } from "./failure";
import { fieldReader } from "./field-reader";

/** A product as `search_Products` tells it, read tolerantly. `price` is in `currency` (ISO 4217, may be unknown). */
export type Product = {
	id?: string;
	name?: string;
	price?: number;
	currency?: string;
	stock?: number;
	sku?: string;
	url?: string;
	image?: string;
	variants: ProductVariant[];
	more: ExtraField[];
};

export type ProductVariant = {
	name?: string;
	price?: number;
	stock?: number;
	sku?: string;
	more: ExtraField[];
};

export type ProductsAnswer = { products: Product[]; problems: ReadingProblem[] };

/** Reads `{ "products": [ … ] }` (docs/contract.md, section 2); a bare list, or one product, is taken as well. */
export function readProductsAnswer(json: unknown): Result<ProductsAnswer, UnreadableDetail> {
	const answer = Array.isArray(json) ? { products: json } : json;
	if (!isObject(answer)) return fail("not-an-object");
	if (!Array.isArray(answer.products) && !isObject(answer.products)) return fail("products-missing");
	const problems: ReadingProblem[] = [];
	const products = fieldReader({ products: answer.products }, "answer", problems).list(
		"products",
		(product, path) => readProduct(product, path, problems),
	);
	return ok({ products, problems });
}

function readProduct(object: JsonObject, path: string, problems: ReadingProblem[]): Product {
	const field = fieldReader(object, path, problems);
	const currency = field.currency();
	return {
		id: field.text("id"),
		name: field.text("name"),
		price: field.number("price"),
		currency,
		stock: field.number("stock"),
		sku: field.text("sku"),
		url: field.link("url"),
		image: field.link("image"),
		variants: field.list("variants", (variant, at) => readVariant(variant, at, problems, currency)),
		more: field.rest(currency),
	};
}

function readVariant(
	object: JsonObject,
	path: string,
	problems: ReadingProblem[],
	currency?: string,
): ProductVariant {
	const field = fieldReader(object, path, problems);
	return {
		name: field.text("name"),
		price: field.number("price"),
		stock: field.number("stock"),
		sku: field.text("sku"),
		more: field.rest(currency),
	};
}
