import { MessageCircle, Newspaper, Users } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { i18n } from "#i18n";
import { type ShownCard, useCard } from "@/components/hooks/use-card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ConversationState } from "@/lib/contacts/conversation-state";
import { identityKeys } from "@/lib/contacts/identity-key";
import type { CustomerState } from "@/lib/crm/customer-state";
import { CustomerSkeleton } from "./customer-skeleton";
import { useLinking } from "./link/use-linking";
import { personOf } from "./person";
import { PersonView } from "./person-view";
import { Unidentified } from "./unidentified";

// Opened now and then: not worth making every opening of the panel wait for it.
const FindCustomer = lazy(() => import("./link/find-customer"));

type CustomerViewProps = { tabId: number; conversation: ConversationState; connect(): void };

/** The customer of the open conversation, or why there is none to show. */
export function CustomerView({ tabId, conversation, connect }: CustomerViewProps) {
	const { identity, customer, health, known } = conversation;
	const card = useCard(tabId, customer);
	const [key] = identityKeys(identity);
	// Whose customer is searched: another chat ends it.
	const [findingFor, setFindingFor] = useState<string>();
	const linking = useLinking(tabId, conversation, () => setFindingFor(key));
	const person = personOf(identity);
	const isAsked = identity.kind === "contact" || known.link !== null;
	if (person && linking && findingFor === key) {
		const close = () => setFindingFor(undefined);
		return (
			<Suspense>
				<FindCustomer key={key} tabId={tabId} person={person} linking={linking} close={close} />
			</Suspense>
		);
	}
	// The same element as while identifying: it stays and takes on the number, instead of being built anew.
	if (person && isAsked && isAwaited(customer, card))
		return <CustomerSkeleton name={person.name} phone={person.phoneDisplay} />;
	if (person && isAsked)
		return (
			<PersonView
				key={key}
				tabId={tabId}
				person={person}
				linking={linking}
				customer={customer}
				card={card}
				connect={connect}
			/>
		);
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
		case "contact":
			return (
				<Unidentified
					key={key ?? identity.name}
					tabId={tabId}
					name={identity.name}
					unreadable={health?.state === "broken"}
					linking={linking}
				/>
			);
	}
}

function isAwaited(customer: CustomerState, card: ShownCard | undefined): boolean {
	if (customer.status === "loading" || customer.status === "idle") return true;
	return "card" in customer && customer.card !== undefined && !card;
}
