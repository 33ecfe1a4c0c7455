import { ExternalLink, ShoppingCart, Truck } from "lucide-react";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useNow } from "@/components/hooks/use-now";
import type { Customer } from "@/lib/crm/customer";
import { newestFirst, parcelsOnTheirWay } from "@/lib/crm/figures";

const mostShown = 3;

/** What a customer most likely writes about: the parcels on their way and the cart they left. */
export function Highlights({ customer }: { customer: Customer }) {
	const format = useFormat();
	const now = useNow();
	const parcels = parcelsOnTheirWay(customer, new Date(now));
	const cart = newestFirst(customer.abandonedCarts)[0];
	if (parcels.length === 0 && !cart) return null;
	return (
		<ul className="mx-3 mb-3 space-y-1.5" aria-label={i18n.t("highlights.title")}>
			{parcels.slice(0, mostShown).map(({ order, tracking }, index) => (
				<Highlight
					// biome-ignore lint/suspicious/noArrayIndexKey: two parcels may share every field
					key={index}
					icon={<Truck aria-hidden />}
					title={i18n.t("highlights.onItsWay", [order.name ?? i18n.t("orders.unnamed")])}
					text={[tracking.carrier, tracking.status, tracking.number].filter(Boolean).join(" · ")}
					link={tracking.url}
					linkText={i18n.t("highlights.track")}
				/>
			))}
			{parcels.length > mostShown && (
				<li className="px-3 text-[0.93rem] text-ink-soft">
					{i18n.t("highlights.moreParcels", parcels.length - mostShown)}
				</li>
			)}
			{cart && (
				<Highlight
					icon={<ShoppingCart aria-hidden />}
					title={
						cart.amount === undefined
							? i18n.t("highlights.cart")
							: i18n.t("highlights.cartOf", [format.money(cart.amount, cart.currency)])
					}
					text={[
						cart.date && format.dayAgo(cart.date, now),
						cart.items
							.map(({ name }) => name)
							.filter(Boolean)
							.join(", "),
					]
						.filter(Boolean)
						.join(" · ")}
					link={cart.url}
					linkText={i18n.t("highlights.openCart")}
				/>
			)}
		</ul>
	);
}

type HighlightProps = { icon: ReactNode; title: string; text: string; link?: string; linkText: string };

function Highlight({ icon, title, text, link, linkText }: HighlightProps) {
	return (
		<li className="flex items-center gap-2.5 rounded-xl bg-accent-soft px-3 py-2 [&>svg]:size-[1.15rem] [&>svg]:shrink-0 [&>svg]:text-accent-ink">
			{icon}
			<div className="min-w-0 flex-1">
				<p className="line-clamp-2 font-medium leading-snug">{title}</p>
				{text && <p className="text-[0.93rem] text-ink-soft [overflow-wrap:anywhere]">{text}</p>}
			</div>
			{link && (
				<a
					href={link}
					target="_blank"
					rel="noopener noreferrer"
					className="flex shrink-0 items-center gap-1 rounded-lg px-1.5 py-1 font-medium text-accent-ink hover:underline"
				>
					{linkText}
					<ExternalLink aria-hidden className="size-3.5" />
				</a>
			)}
		</li>
	);
}
