import { i18n } from "#i18n";
import { useDecision } from "@/components/hooks/use-customer-link";
import type { KnownCustomer, Linkable } from "@/lib/contacts/customer-link";
import type { Identity } from "@/lib/contacts/identity";
import { identityKeys } from "@/lib/contacts/identity-key";

/** What can be said of who the open conversation's person is. */
export type Linking = {
	known: KnownCustomer;
	/** Opens the search for their customer. */
	find(): void;
	link(customer: Linkable): void;
	unlink(): void;
	/** They are not this customer, or may be after all. */
	reject(customer: NamedId): void;
	accept(customer: NamedId): void;
};

type NamedId = { id: string; name?: string };

/** Undefined where WhatsApp tells nothing by which the person would be known again. */
export function useLinking(
	tabId: number,
	{ identity, known }: { identity: Identity; known: KnownCustomer },
	find: () => void,
): Linking | undefined {
	const [key] = identityKeys(identity);
	const { mutate: decide } = useDecision(tabId, key);
	if (key === undefined) return undefined;
	return {
		known,
		find,
		link: (customer) =>
			decide({
				decision: { do: "link", customer },
				done: i18n.t("link.linked", [called(customer.customerName)]),
			}),
		unlink: () =>
			decide({
				decision: { do: "unlink" },
				done: i18n.t("link.unlinked", [called(known.link?.customerName)]),
			}),
		reject: ({ id, name }) =>
			decide({
				decision: { do: "reject", customerId: id },
				done: i18n.t("link.rejected", [called(name)]),
			}),
		accept: ({ id }) =>
			decide({ decision: { do: "accept", customerId: id }, done: i18n.t("link.shownAgain") }),
	};
}

/** A customer in a sentence, with or without a name. */
export const called = (name: string | undefined): string => name ?? i18n.t("link.somebody");
