import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { ExtraFieldList } from "@/components/customer/extra-fields";
import { useFormat } from "@/components/format/use-format";
import { Badge } from "@/components/ui/badge";
import type { Product, ProductVariant } from "@/lib/crm/read-products-answer";
import { OpenLink } from "./open-link";
import { Picture } from "./picture";

type ProductListProps = {
	products: Product[];
	/** What can be done with a product or with one of its variants. */
	action?(product: Product, variant?: ProductVariant): ReactNode;
};

/** Products as a search found them: picture, name, price, stock, variants. */
export function ProductList({ products, action }: ProductListProps) {
	const format = useFormat();
	return (
		<ul className="divide-y divide-line">
			{products.map((product, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a CRM may list a product twice, and ids may be missing
				<li key={index} className="flex items-start gap-3 px-3.5 py-2.5">
					<Picture image={product.image} className="size-11" />
					<div className="min-w-0 flex-1">
						<div className="flex items-start gap-3">
							<p className="min-w-0 flex-1 break-words font-medium leading-snug">
								<OpenLink url={product.url}>
									{product.name ?? product.sku ?? product.id ?? i18n.t("orders.unnamedItem")}
								</OpenLink>
							</p>
							{product.price !== undefined && (
								<span className="shrink-0 font-medium tabular-nums leading-snug">
									{format.money(product.price, product.currency)}
								</span>
							)}
						</div>
						{(product.sku || product.stock !== undefined) && (
							<p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.86rem] text-ink-soft">
								{product.sku && <span>{product.sku}</span>}
								<Stock stock={product.stock} />
							</p>
						)}
						{action && <div className="mt-1.5 empty:hidden">{action(product)}</div>}
						{product.variants.length > 0 && (
							<ul className="mt-1 space-y-0.5 text-[0.93rem]">
								{product.variants.map((variant, place) => (
									// biome-ignore lint/suspicious/noArrayIndexKey: as above
									<li key={place} className="flex flex-wrap items-center gap-x-2">
										<span className="min-w-0 flex-1 basis-20 break-words">{variant.name ?? variant.sku}</span>
										<Stock stock={variant.stock} />
										<span className="ml-auto flex items-center gap-x-2">
											{variant.price !== undefined && (
												<span className="tabular-nums">{format.money(variant.price, product.currency)}</span>
											)}
											{action?.(product, variant)}
										</span>
									</li>
								))}
							</ul>
						)}
						<ExtraFieldList fields={product.more} className="mt-1 text-[0.86rem]" />
					</div>
				</li>
			))}
		</ul>
	);
}

function Stock({ stock }: { stock?: number }) {
	const format = useFormat();
	if (stock === undefined) return null;
	return stock > 0 ? (
		<Badge tone="good">{i18n.t("products.inStock", [format.number(stock)])}</Badge>
	) : (
		<Badge tone="warn">{i18n.t("products.soldOut")}</Badge>
	);
}
