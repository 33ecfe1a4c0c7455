import { Link2 } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import type { Customer } from "@/lib/crm/customer";
import { called, type Linking } from "./use-linking";

type AlwaysThisProps = {
	customer: Customer;
	linking: Linking;
	/** The number (E.164) the CRM knows them by. */
	phone?: string;
};

/** Of several customers with one number, says for good which of them is writing. */
export function AlwaysThis({ customer, linking, phone }: AlwaysThisProps) {
	const { id, name } = customer;
	if (id === undefined) return null;
	return (
		<div className="mx-3 mt-1 flex justify-end">
			<Button
				look="quiet"
				size="small"
				className="max-w-full"
				onClick={() => linking.link({ customerId: id, customerName: name, phones: [], askBy: phone })}
			>
				<Link2 aria-hidden />
				<span className="truncate">{i18n.t("link.always", [called(name)])}</span>
			</Button>
		</div>
	);
}
