import { Link2 } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import type { Customer } from "@/lib/crm/customer";
import { called, type Linking } from "./use-linking";

/** Of several customers with one number, says for good which of them is writing. */
export function AlwaysThis({ customer, linking }: { customer: Customer; linking: Linking }) {
	const { id, name } = customer;
	if (id === undefined) return null;
	return (
		<div className="mx-3 mt-1 flex justify-end">
			<Button
				look="quiet"
				size="small"
				className="max-w-full"
				onClick={() => linking.link({ customerId: id, customerName: name, phones: [] })}
			>
				<Link2 aria-hidden />
				<span className="truncate">{i18n.t("link.always", [called(name)])}</span>
			</Button>
		</div>
	);
}
