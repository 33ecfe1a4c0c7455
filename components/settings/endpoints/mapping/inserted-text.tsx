import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { productText } from "@/lib/crm/product-text";
import type { Product } from "@/lib/crm/read-products-answer";

/** What Insert writes of the first product that can be told to anybody, for whoever maps its fields. */
export function InsertedText({ products }: { products: readonly Product[] }) {
	const { locale } = useFormat();
	const product = products.find(({ name, sku }) => name ?? sku);
	if (!product) return null;
	return (
		<figure>
			<figcaption className="mb-1 text-[0.86rem] text-ink-soft">
				{i18n.t("settings.endpoints.mapping.inserted")}
			</figcaption>
			<p className="whitespace-pre-line break-words rounded-xl bg-sunken p-3">
				{productText(product, undefined, { locale })}
			</p>
		</figure>
	);
}
