import { ExternalLink } from "lucide-react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { Section } from "@/components/ui/section";
import type { AbandonedCart } from "@/lib/crm/customer";
import { newestFirst } from "@/lib/crm/figures";
import { ExtraFieldList } from "./extra-fields";
import { LineItems } from "./line-items";

/** What the customer put in a cart and left there. */
export function Carts({ carts }: { carts: AbandonedCart[] }) {
	const format = useFormat();
	if (carts.length === 0) return null;
	return (
		<Section title={i18n.t("carts.title")} count={carts.length}>
			<ul className="divide-y divide-line border-line border-t">
				{newestFirst(carts).map((cart, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: carts have no id of their own
					<li key={index} className="space-y-2.5 px-3.5 py-3">
						<div className="flex items-baseline justify-between gap-3">
							<span className="text-ink-soft">
								{cart.date ? format.moment(cart.date) : i18n.t("carts.undated")}
							</span>
							{cart.amount !== undefined && (
								<span className="font-semibold tabular-nums">{format.money(cart.amount, cart.currency)}</span>
							)}
						</div>
						<LineItems items={cart.items} currency={cart.currency} />
						<ExtraFieldList fields={cart.more} />
						{cart.url && (
							<a
								href={cart.url}
								target="_blank"
								rel="noopener noreferrer"
								className="inline-flex items-center gap-1 font-medium text-accent-ink hover:underline"
							>
								{i18n.t("carts.open")}
								<ExternalLink aria-hidden className="size-3.5" />
							</a>
						)}
					</li>
				))}
			</ul>
		</Section>
	);
}
