import type { ConversationState } from "@/lib/contacts/conversation-state";
import type { IdentityRecord } from "@/lib/contacts/customer-link";
import { foundCustomers } from "@/lib/contacts/found-customer";
import { phoneKey } from "@/lib/contacts/identity-key";
import { judgeOwners, ownersOf } from "@/lib/contacts/phone-owner";
import type { Clock } from "@/lib/core/clock";
import { isFresh } from "@/lib/core/is-fresh";
import type { Mutex } from "@/lib/core/mutex";
import { endpointFingerprint } from "@/lib/crm/endpoint";
import type { EndpointSearch } from "@/lib/crm/search-endpoint";
import { customerLinks } from "@/lib/platform/customer-links";
import type { SettingsStore } from "@/lib/settings/store";
import { storedEndpoint } from "@/lib/settings/stored-endpoint";
import { remember } from "./who-is-known";

type PhoneMatchPorts = { settings: SettingsStore; search: EndpointSearch; now: Clock };

/** Whoever was not among the customers in the morning may be there tomorrow. */
const searchAgainAfterMs = 24 * 60 * 60 * 1000;
const limit = 20;

export type PhoneMatch = ReturnType<typeof createPhoneMatch>;

/**
 * Looks for the owner of a number that the customer endpoint does not know, by the search endpoint: quietly, and once a
 * day for each number. Exactly one customer with exactly this number is linked; of several nobody can tell which it is,
 * so they are remembered to be asked about. Tells whether anything new is remembered.
 */
export function createPhoneMatch({ settings, search, now }: PhoneMatchPorts) {
	/** `exclusively` keeps what the agent decides meanwhile from being written over. */
	return async function match(
		{ identity, known }: Pick<ConversationState, "identity" | "known">,
		{ signal, exclusively }: { signal: AbortSignal; exclusively: Mutex },
	): Promise<boolean> {
		if (identity.kind !== "contact" || known.link) return false;
		const { phone } = identity;
		const endpoint = await storedEndpoint(settings, "sidePanel_CustomerFindToJoin");
		if (!endpoint) return false;
		const fingerprint = endpointFingerprint(endpoint);
		const { phoneSearch: last } = await recordOf(phone);
		if (last?.endpoint === fingerprint && isFresh(last.at, now(), searchAgainAfterMs)) return false;

		const purpose = { kind: "crm", name: endpoint.type } as const;
		const result = await search(endpoint, { query: phone, phone, limit }, { signal, purpose });
		// Nobody asked for this search: what it could not find out is tried again with the next chat.
		if (!result.ok || result.value.kind !== "customers") return false;
		const owners = ownersOf(phone, foundCustomers(result.value, phone).customers);
		return exclusively(async () => {
			if (signal.aborted) return false;
			const record = await recordOf(phone);
			const { owner, claimants } = judgeOwners(owners, record.rejected);
			const at = now();
			await customerLinks.put([{ ...record, phoneSearch: { at, endpoint: fingerprint, claimants } }]);
			if (owner) await remember(identity, { do: "link", customer: owner }, { at, by: "phone-match" });
			return owner !== undefined || claimants.length > 0;
		});
	};
}

async function recordOf(phone: string): Promise<IdentityRecord> {
	const key = phoneKey(phone);
	const [record = { key, rejected: [] }] = await customerLinks.of([key]);
	return record;
}
