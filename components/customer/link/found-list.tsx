import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import type { KnownCustomer } from "@/lib/contacts/customer-link";
import type { FoundCustomer, FoundCustomers } from "@/lib/contacts/found-customer";
import { FoundRow } from "./found-row";

type FoundListProps = {
	/** The list's element id; a row's is this with its place. */
	id: string;
	found: FoundCustomers;
	/** What was searched. */
	query: string;
	known: KnownCustomer;
	phone?: string;
	/** The place of the active row. */
	active: number | undefined;
	link(customer: FoundCustomer): void;
	preview(customer: FoundCustomer): void;
};

/** Whom the search found, and how many there are. */
export function FoundList({ id, found, query, known, phone, active, link, preview }: FoundListProps) {
	const format = useFormat();
	const { customers, total } = found;
	return (
		<>
			<p role="status" className="px-4 pb-1 text-[0.86rem] text-ink-soft">
				{total === 0
					? i18n.t("link.none", [query])
					: total > customers.length
						? i18n.t("link.firstOf", [format.number(customers.length), format.number(total)])
						: i18n.t("link.count", total, [format.number(total)])}
			</p>
			{customers.length > 0 && (
				<table
					// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a combobox opens a grid where rows have more than one command
					role="grid"
					id={id}
					aria-label={i18n.t("link.results")}
					className="w-full border-line border-y bg-surface"
				>
					<tbody className="divide-y divide-line">
						{customers.map((customer, index) => (
							<FoundRow
								// biome-ignore lint/suspicious/noArrayIndexKey: ids may be missing
								key={index}
								id={`${id}-${index}`}
								customer={customer}
								known={known}
								phone={phone}
								active={index === active}
								link={() => link(customer)}
								preview={() => preview(customer)}
							/>
						))}
					</tbody>
				</table>
			)}
		</>
	);
}
