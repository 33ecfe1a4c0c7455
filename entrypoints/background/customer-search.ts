import { type Linkable, questionAbout } from "@/lib/contacts/customer-link";
import { type FoundCustomers, foundCustomers } from "@/lib/contacts/found-customer";
import { fail, ok, type Result } from "@/lib/core/result";
import type { CustomerAnswer } from "@/lib/crm/customer";
import { phoneInCrm } from "@/lib/detection/phone-in-crm";
import type { CustomerSearchFailure } from "@/lib/messaging/protocol";
import { handle } from "@/lib/messaging/server";
import { defaultSettings } from "@/lib/settings/schema";
import { storedEndpoint } from "@/lib/settings/stored-endpoint";
import type { Conversations } from "./conversations";
import type { CrmSearch } from "./crm-search";
import type { Services } from "./services";

const limit = 20;

/** The messages that search the CRM for a customer and show their card. Neither changes anything. */
export function setupCustomerSearch(
	services: Services,
	conversations: Conversations,
	crmSearch: CrmSearch,
): void {
	const { find, preview } = createCustomerSearch(services, conversations, crmSearch);
	handle("findCustomers", ({ tabId, query }) => find(tabId, query));
	handle("previewCustomer", ({ customer }) => preview(customer));
}

/** The searches of all tabs: each has one in flight, and its next one ends it. */
export function createCustomerSearch(
	{ settings, lookUpCustomer }: Pick<Services, "settings" | "lookUpCustomer">,
	conversations: Pick<Conversations, "get">,
	crmSearch: CrmSearch,
) {
	return {
		/** Customers by what was typed; the contact's number goes along, for the CRM to put its owner first. */
		async find(tabId: number, query: string): Promise<Result<FoundCustomers, CustomerSearchFailure>> {
			const { identity } = await conversations.get(tabId);
			const phone = identity.kind === "contact" ? identity.phone : undefined;
			const asked = { query, limit, phone };
			const result = await crmSearch(`customers ${tabId}`, "sidePanel_CustomerFindToJoin", asked);
			if (!result.ok) return result;
			if (result.value?.kind !== "customers") return fail({ reason: "not-configured" });
			const read = await settings.read();
			const { region, own_numbers } = (read.ok ? read.value : defaultSettings).detection;
			const readNational = (written: string) =>
				phoneInCrm(written, { contact: phone, region, ownPhones: own_numbers });
			return ok(foundCustomers(result.value, phone, readNational));
		},

		/** The card of a customer, asked for as it will be once they are linked. */
		async preview(customer: Linkable): Promise<Result<CustomerAnswer, CustomerSearchFailure>> {
			const endpoint = await storedEndpoint(settings, "sidePanel_CustomerInfo");
			if (!endpoint) return fail({ reason: "not-configured" });
			let last: Result<CustomerAnswer, CustomerSearchFailure> = fail({ reason: "cancelled" });
			await lookUpCustomer(endpoint, questionAbout(customer), {
				signal: new AbortController().signal,
				force: false,
				report: (state, card) => {
					if (state.status === "failed") last = fail(state.failure);
					else if (card) last = ok(card.answer);
				},
			});
			return last;
		},
	};
}
