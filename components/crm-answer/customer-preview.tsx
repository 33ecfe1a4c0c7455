import { i18n } from "#i18n";
import { Highlights } from "@/components/customer/highlights";
import { KeyFigureGrid } from "@/components/customer/key-figures";
import type { Customer } from "@/lib/crm/customer";

/** The customers of an answer: one with what matters about them, several as a list that tells them apart. */
export function CustomerPreview({ customers }: { customers: Customer[] }) {
	const [first, ...others] = customers;
	if (!first) return <p className="p-3.5">{i18n.t("connect.nobody")}</p>;
	const name = first.name ?? first.id;
	if (others.length === 0)
		return (
			<div className="pt-3">
				{name && <p className="mb-2 px-4 font-semibold text-[1.1rem]">{name}</p>}
				<Highlights customer={first} />
				<KeyFigureGrid customer={first} />
			</div>
		);
	return (
		<ul className="divide-y divide-line">
			{customers.map((customer, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: ids may be missing
				<li key={index} className="px-3.5 py-2">
					<p className="break-words font-medium">
						{customer.name ?? customer.id ?? i18n.t("customer.numbered", [index + 1])}
					</p>
					<p className="break-words text-[0.86rem] text-ink-soft">
						{[customer.email, customer.phone, customer.address].filter(Boolean).join(" · ")}
					</p>
				</li>
			))}
		</ul>
	);
}
