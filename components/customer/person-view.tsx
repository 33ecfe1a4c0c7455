import type { ShownCard } from "@/components/hooks/use-card";
import type { Customer } from "@/lib/crm/customer";
import type { CustomerState } from "@/lib/crm/customer-state";
import { ContactHeading } from "./contact-heading";
import { CustomerCard } from "./customer-card";
import { FailureNotice } from "./failure-notice";
import { Gone } from "./link/gone";
import { NotAsked } from "./link/not-asked";
import { Rejected } from "./link/rejected";
import type { Linking } from "./link/use-linking";
import { NotFound } from "./not-found";
import type { Person } from "./person";

type PersonViewProps = {
	tabId: number;
	person: Person;
	linking: Linking | undefined;
	customer: CustomerState;
	card: ShownCard | undefined;
	connect(): void;
};

/** What the CRM answered about somebody, or why it did not. */
export function PersonView({ tabId, person, linking, customer, card, connect }: PersonViewProps) {
	const failure = customer.status === "failed" ? customer.failure : undefined;
	const link = linking?.known.link;
	if (failure?.reason === "customer-not-askable" && linking && link && !card)
		return <NotAsked link={link} linking={linking} connect={connect} />;
	return (
		<>
			{failure && !card && (
				<ContactHeading name={person.name}>
					<p className="text-ink-soft tabular-nums">{person.phoneDisplay}</p>
				</ContactHeading>
			)}
			{failure && (
				<FailureNotice tabId={tabId} failure={failure} shownSince={card?.fetchedAt} connect={connect} />
			)}
			{card && (
				<Answer
					tabId={tabId}
					person={person}
					linking={linking}
					card={card}
					refreshing={customer.status === "ready" && customer.refreshing}
					stale={customer.status === "ready" ? customer.stale : true}
				/>
			)}
		</>
	);
}

type AnswerProps = Pick<PersonViewProps, "tabId" | "person" | "linking"> & {
	card: ShownCard;
	refreshing: boolean;
	stale: boolean;
};

function Answer({ tabId, person, linking, card: { answer, fetchedAt }, refreshing, stale }: AnswerProps) {
	const age = { tabId, fetchedAt, refreshing, stale };
	const link = linking?.known.link;
	if (!answer.found)
		return link && linking ? (
			<Gone link={link} linking={linking} {...age} />
		) : (
			<NotFound person={person} linking={linking} {...age} stale={false} />
		);
	const customers = customersOf(answer.customers, linking);
	if (customers.length === 0 && linking) return <Rejected customers={answer.customers} linking={linking} />;
	return <CustomerCard person={person} linking={linking} answer={{ ...answer, customers }} {...age} />;
}

/** The linked customer alone where the CRM answered several; never one of whom the agent said that it is not them. */
function customersOf(customers: Customer[], linking: Linking | undefined): Customer[] {
	if (!linking) return customers;
	const { link, rejected } = linking.known;
	const linked = customers.filter(({ id }) => id !== undefined && id === link?.customerId);
	if (linked.length > 0) return linked;
	return customers.filter(({ id }) => id === undefined || !rejected.includes(id));
}
