import { i18n } from "#i18n";
import { Picture } from "@/components/crm-answer/picture";
import { useFormat } from "@/components/format/use-format";
import type { LineItem } from "@/lib/crm/customer";
import { ExtraFieldList } from "./extra-fields";

/** The items of an order or a cart. */
export function LineItems({ items, currency }: { items: LineItem[]; currency?: string }) {
	const format = useFormat();
	if (items.length === 0) return null;
	return (
		<ul className="space-y-2">
			{items.map((item, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the same product may be listed twice
				<li key={index} className="flex items-start gap-2.5">
					<Picture image={item.image} className="size-8" />
					<div className="min-w-0 flex-1">
						<p className="break-words leading-snug">
							{item.url ? (
								<a href={item.url} target="_blank" rel="noopener noreferrer" className="hover:underline">
									{item.name ?? item.sku ?? item.url}
								</a>
							) : (
								(item.name ?? item.sku ?? i18n.t("orders.unnamedItem"))
							)}
						</p>
						{item.sku && item.name && <p className="text-[0.86rem] text-ink-soft">{item.sku}</p>}
						<ExtraFieldList fields={item.more} className="text-[0.86rem]" />
					</div>
					<span className="shrink-0 text-ink-soft tabular-nums">
						{[
							item.quantity !== undefined && format.number(item.quantity),
							item.price !== undefined && format.money(item.price, currency),
						]
							.filter(Boolean)
							.join(" × ")}
					</span>
				</li>
			))}
		</ul>
	);
}
