import { useState } from "react";
import { i18n } from "#i18n";
import { Section } from "@/components/ui/section";
import type { CustomerAnswer } from "@/lib/crm/customer";
import { Carts } from "./carts";
import { CustomerHeader } from "./customer-header";
import { CustomerSwitcher } from "./customer-switcher";
import { ExtraFieldList } from "./extra-fields";
import { Freshness } from "./freshness";
import { Highlights } from "./highlights";
import { KeyFigureGrid } from "./key-figures";
import { AlwaysThis } from "./link/always-this";
import { OtherCustomer } from "./link/other-customer";
import type { Linking } from "./link/use-linking";
import { Orders } from "./orders";
import type { Person } from "./person";
import { ReadingProblems } from "./reading-problems";
import { SpendChart } from "./spend-chart";

export type CustomerCardProps = {
	tabId: number;
	person: Person;
	linking: Linking | undefined;
	answer: CustomerAnswer;
	fetchedAt: number;
	refreshing: boolean;
	stale: boolean;
};

/** Everything the CRM says about whoever is writing, most useful first. */
export function CustomerCard({ tabId, person, linking, answer, ...age }: CustomerCardProps) {
	const [chosen, choose] = useState(0);
	const customer = answer.customers[chosen] ?? answer.customers[0];
	if (!customer) return null;
	const notes = customer.notes;
	const more = [...customer.more, ...answer.more];
	return (
		<article aria-label={customer.name ?? person.name} data-testid="customer-card">
			{answer.customers.length > 1 && (
				<>
					<CustomerSwitcher customers={answer.customers} chosen={chosen} choose={choose} />
					{linking && <AlwaysThis customer={customer} linking={linking} phone={person.phone} />}
				</>
			)}
			{linking && <OtherCustomer customers={answer.customers} linking={linking} />}
			<CustomerHeader customer={customer} person={person} linking={linking} tabId={tabId} />
			<Freshness tabId={tabId} {...age} />
			<Highlights customer={customer} />
			<KeyFigureGrid customer={customer} />
			{notes && (
				<Section title={i18n.t("customer.notes")}>
					<p className="whitespace-pre-line break-words px-3.5 pb-3.5">{notes}</p>
				</Section>
			)}
			<SpendChart customer={customer} />
			<Orders key={`orders-${chosen}`} orders={customer.orders} />
			<Carts carts={customer.abandonedCarts} />
			{more.length > 0 && (
				<Section title={i18n.t("customer.more")}>
					<ExtraFieldList fields={more} className="px-3.5 pb-3.5" />
				</Section>
			)}
			<ReadingProblems problems={answer.problems} />
		</article>
	);
}
