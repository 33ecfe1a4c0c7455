import { useMutation, useQuery } from "@tanstack/react-query";
import { i18n } from "#i18n";
import { useToast } from "@/components/ui/toast";
import type { Decision, Linkable } from "@/lib/contacts/customer-link";
import type { IdentityKey } from "@/lib/contacts/identity-key";
import { sendMessage } from "@/lib/messaging/client";
import { useTyped } from "./use-typed";

/**
 * The CRM's customers for what is being typed, asked once the typing rests; `now` asks at once. What was found before
 * stays until there is an answer; an answer that comes too late belongs to a query nobody shows any more.
 */
export function useCustomerSearch(tabId: number, typed: string) {
	const query = typed.trim();
	const [asked, ask] = useTyped(typed);
	const search = useQuery({
		queryKey: ["find-customers", tabId, asked],
		queryFn: () => sendMessage("findCustomers", { tabId, query: asked }),
		enabled: asked !== "",
		placeholderData: (previous) => previous,
		gcTime: 0,
	});
	return {
		/** What the shown answer was asked with. */
		asked,
		answer: asked === "" ? undefined : search.data,
		isSearching: query !== asked || search.isFetching,
		isOld: search.isPlaceholderData,
		now: () => (query === asked ? void search.refetch() : ask()),
	};
}

/** The card of a customer who is not linked yet. */
export function useCustomerPreview(customer: Linkable) {
	return useQuery({
		queryKey: ["preview-customer", customer],
		queryFn: () => sendMessage("previewCustomer", { customer }),
		gcTime: 0,
	});
}

/**
 * Says who the person of the open conversation is, or is not; `done` tells what was decided, with a button that takes
 * it back. The mutation's answer is whether it was taken down: another chat may be open by now.
 */
export function useDecision(tabId: number, key: IdentityKey | undefined) {
	const toast = useToast();
	return useMutation({
		async mutationFn({ decision, done }: { decision: Decision; done: string }) {
			if (key === undefined) return false;
			const decided = await sendMessage("decideCustomer", { tabId, key, decision });
			if (!decided.ok) {
				toast({ text: i18n.t("states.unidentified.noConversation") });
				return false;
			}
			const records = decided.value;
			const undo = () => void sendMessage("undoDecision", { records });
			toast({ text: done, action: { label: i18n.t("settings.undo"), run: undo } });
			return true;
		},
	});
}
