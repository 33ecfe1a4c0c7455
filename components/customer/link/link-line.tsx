import { Link2, Unlink } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import type { Customer } from "@/lib/crm/customer";
import { called, type Linking } from "./use-linking";

type LinkLineProps = { customer: Customer; linking: Linking };

/** How the conversation came to be linked to this customer, and the way to end that. */
export function LinkLine({ customer, linking }: LinkLineProps) {
	const { link } = linking.known;
	if (!link) return null;
	const byItself = link.by === "phone-match";
	return (
		<p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-[0.86rem] text-ink-soft">
			<Link2 aria-hidden className="size-3.5 shrink-0" />
			<span>
				{byItself ? i18n.t("link.byPhone") : i18n.t("link.byHand")}
				{/* The name may have been changed, or the id given to somebody else. */}
				{link.customerName !== customer.name && ` ${i18n.t("link.otherName", [called(link.customerName)])}`}
			</span>
			<Button look="quiet" size="small" className="h-6" onClick={linking.unlink}>
				<Unlink aria-hidden />
				{byItself ? i18n.t("settings.undo") : i18n.t("link.unlink")}
			</Button>
		</p>
	);
}
