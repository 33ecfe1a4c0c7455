import { expect, it } from "vitest";
import { foundProducts, mostProducts } from "@/lib/crm/found-products";
import { readProductsAnswer } from "@/lib/crm/read-products-answer";

function found(products: unknown[]) {
	const read = readProductsAnswer({ products });
	if (!read.ok) throw new Error(read.failure);
	return foundProducts(read.value);
}

it("shows the very same product once, in the CRM's order, and others of its id or name all", () => {
	const tea = { id: 1, name: "Tea", price: 3 };
	const { products, total } = found([tea, { ...tea, price: 4 }, { name: "Tea" }, tea, { name: "Tea" }]);
	expect(products.map(({ id, price }) => [id, price])).toEqual([
		["1", 3],
		["1", 4],
		[undefined, undefined],
	]);
	expect(total).toBe(3);
});

it("shows the first of very many, and what could not be read of those", () => {
	const many = Array.from({ length: 10_000 }, (_, index) => ({ name: `Tea ${index}`, price: "ask us" }));
	const { products, total, problems } = found(many);
	expect(products).toHaveLength(mostProducts);
	expect(products.at(-1)?.name).toBe("Tea 99");
	expect(total).toBe(10_000);
	expect(problems).toHaveLength(mostProducts);
});

it("keeps every problem of an answer that is shown as a whole", () => {
	expect(found([{ name: "Tea" }, 3, { price: "?" }]).problems.map(({ path }) => path)).toEqual([
		"answer.products[1]",
		"answer.products[2].price",
	]);
});

it("finds nothing in an empty answer", () => {
	expect(found([])).toEqual({ products: [], total: 0, problems: [] });
});
