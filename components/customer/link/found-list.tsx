import { i18n } from "#i18n";
import type { KnownCustomer } from "@/lib/contacts/customer-link";
import type { FoundCustomer } from "@/lib/contacts/found-customer";
import { FoundRow } from "./found-row";

type FoundListProps = {
	/** The list's element id; a row's is this with its place. */
	id: string;
	customers: FoundCustomer[];
	known: KnownCustomer;
	phone?: string;
	/** The place of the active row. */
	active: number | undefined;
	link(customer: FoundCustomer): void;
	preview(customer: FoundCustomer): void;
};

/** Whom the search found. */
export function FoundList({ id, customers, known, phone, active, link, preview }: FoundListProps) {
	if (customers.length === 0) return null;
	return (
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
	);
}
