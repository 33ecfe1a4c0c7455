import type { Product, ProductVariant } from "./read-products-answer";

export type ProductTextOptions = {
	/** BCP 47: how the price is written. */
	locale: string;
	/** Words about the stock, where the customer is to be told. */
	stock?: string;
};

/**
 * A product as a message for the customer: name and variant, price, stock, link, a line each; what is unknown is left
 * out. Empty when nothing is known that could be said.
 */
export function productText(
	product: Product,
	variant: ProductVariant | undefined,
	{ locale, stock }: ProductTextOptions,
): string {
	const name = [product.name ?? product.sku, variant && (variant.name ?? variant.sku)];
	const price = variant?.price ?? product.price;
	const lines = [
		name.filter(Boolean).map(String).map(inOneLine).join(" – "),
		price === undefined ? "" : priceText(price, product.currency, locale),
		stock ?? "",
		product.url ?? "",
	];
	return lines.filter((line) => line !== "").join("\n");
}

/** With the symbol that tells dollars apart, unlike in the agent's own lists: the customer may pay in others. */
function priceText(price: number, currency: string | undefined, locale: string): string {
	const isCode = currency !== undefined && /^[A-Z]{3}$/.test(currency);
	const options: Intl.NumberFormatOptions = isCode
		? { style: "currency", currency }
		: { maximumFractionDigits: 2 };
	const text = new Intl.NumberFormat(locale, options).format(price);
	return inOneLine(currency && !isCode ? `${text} ${currency}` : text);
}

/** Every kind of space, and what is invisible, as one plain space: a message box is no place for either. */
const inOneLine = (text: string) => text.replace(/[\s\p{Cc}\p{Zs}]+/gu, " ").trim();
