import { firstDistinct } from "@/lib/core/first-distinct";
import type { ReadingProblem } from "./customer";
import type { Product, ProductsAnswer } from "./read-products-answer";

/** Products as a search shows them: the first of them, of how many, and what could not be read of those. */
export type ProductsFound = { products: Product[]; total: number; problems: ReadingProblem[] };

/** So many products are asked for and shown: nobody looks at the hundred and first. */
export const mostProducts = 100;

/** The first products of an answer, each once: a CRM may list the very same one again. */
export function foundProducts({ products, problems }: ProductsAnswer): ProductsFound {
	const { shown, total } = firstDistinct(products, mostProducts);
	return {
		products: shown,
		total,
		problems: total === shown.length ? problems : problems.filter(isOfTheFirst),
	};
}

const isOfTheFirst = ({ path }: ReadingProblem) =>
	Number(/^answer\.products\[(\d+)\]/.exec(path)?.[1] ?? 0) < mostProducts;
