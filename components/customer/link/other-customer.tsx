import { i18n } from "#i18n";
import { Notice } from "@/components/ui/notice";
import type { Customer } from "@/lib/crm/customer";
import { called, type Linking } from "./use-linking";

type OtherCustomerProps = { customers: readonly Customer[]; linking: Linking };

/** A CRM may go by the number alone and answer its owner, whoever is linked: that must not be mistaken for them. */
export function OtherCustomer({ customers, linking }: OtherCustomerProps) {
	const { link } = linking.known;
	const isOther = link && customers.every(({ id }) => id !== undefined && id !== link.customerId);
	if (!isOther) return null;
	return (
		<Notice tone="warn" className="mx-3 mt-3" title={i18n.t("link.other.title")}>
			{i18n.t("link.other.text", [called(link.customerName)])}
		</Notice>
	);
}
