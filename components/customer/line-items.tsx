import { Package } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
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
					<Thumbnail image={item.image} />
					<div className="min-w-0 flex-1">
						<p className="break-words leading-snug">
							{item.url ? (
								<a href={item.url} target="_blank" rel="noreferrer" className="hover:underline">
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

/** The product's picture, or a parcel where there is none or it does not load. */
function Thumbnail({ image }: { image?: string }) {
	const [broken, setBroken] = useState(false);
	return (
		<span className="grid size-8 shrink-0 place-items-center overflow-hidden rounded-lg bg-sunken text-ink-soft">
			{image && !broken ? (
				<img
					src={image}
					alt=""
					loading="lazy"
					referrerPolicy="no-referrer"
					className="size-full object-cover"
					onError={() => setBroken(true)}
				/>
			) : (
				<Package aria-hidden className="size-4" />
			)}
		</span>
	);
}
