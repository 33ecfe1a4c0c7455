import { MessageCircle, Newspaper, Users } from "lucide-react";
import { i18n } from "#i18n";
import { type ShownCard, useCard } from "@/components/hooks/use-card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ConversationState } from "@/lib/contacts/conversation-state";
import type { Contact } from "@/lib/contacts/identity";
import type { CustomerState } from "@/lib/crm/customer-state";
import { ContactHeading } from "./contact-heading";
import { CustomerCard } from "./customer-card";
import { CustomerSkeleton } from "./customer-skeleton";
import { FailureNotice } from "./failure-notice";
import { NotFound } from "./not-found";
import { Unidentified } from "./unidentified";

type CustomerViewProps = { tabId: number; conversation: ConversationState; connect(): void };

/** The customer of the open conversation, or why there is none to show. */
export function CustomerView({
	tabId,
	conversation: { identity, customer, health },
	connect,
}: CustomerViewProps) {
	const card = useCard(tabId, customer);
	switch (identity.kind) {
		case "none":
			return (
				<EmptyState
					icon={MessageCircle}
					title={i18n.t("states.noChat.title")}
					text={i18n.t("states.noChat.text")}
				/>
			);
		case "group":
			return (
				<EmptyState
					icon={Users}
					title={identity.name || i18n.t("states.group.title")}
					text={i18n.t("states.group.text")}
				/>
			);
		case "not-a-conversation":
			return <EmptyState icon={Newspaper} title={identity.name} text={i18n.t("states.channel.text")} />;
		case "identifying":
			return <CustomerSkeleton name={identity.name} />;
		case "unidentified":
			return (
				<Unidentified
					key={identity.chatId ?? identity.name}
					tabId={tabId}
					name={identity.name}
					unreadable={health?.state === "broken"}
				/>
			);
		case "contact":
			// The same element as while identifying: it stays and takes on the number, instead of being built anew.
			if (isAwaited(customer, card))
				return <CustomerSkeleton name={identity.name} phone={identity.phoneDisplay} />;
			return (
				<ContactView tabId={tabId} contact={identity} customer={customer} card={card} connect={connect} />
			);
	}
}

type ContactViewProps = {
	tabId: number;
	contact: Contact;
	customer: CustomerState;
	card: ShownCard | undefined;
	connect(): void;
};

function ContactView({ tabId, contact, customer, card, connect }: ContactViewProps) {
	const refreshing = customer.status === "ready" && customer.refreshing;
	const failure = customer.status === "failed" ? customer.failure : undefined;
	return (
		<>
			{failure && !card && (
				<ContactHeading name={contact.name}>
					<p className="text-ink-soft tabular-nums">{contact.phoneDisplay}</p>
				</ContactHeading>
			)}
			{failure && (
				<FailureNotice tabId={tabId} failure={failure} shownSince={card?.fetchedAt} connect={connect} />
			)}
			{card?.answer.found && (
				<CustomerCard
					key={contact.phone}
					tabId={tabId}
					contact={contact}
					answer={card.answer}
					fetchedAt={card.fetchedAt}
					refreshing={refreshing}
					stale={customer.status === "ready" ? customer.stale : true}
				/>
			)}
			{card && !card.answer.found && (
				<NotFound tabId={tabId} contact={contact} fetchedAt={card.fetchedAt} refreshing={refreshing} />
			)}
		</>
	);
}

function isAwaited(customer: CustomerState, card: ShownCard | undefined): boolean {
	if (customer.status === "loading" || customer.status === "idle") return true;
	return "card" in customer && customer.card !== undefined && !card;
}
